// The whole client against a sandbox that it starts itself, as a user of vitest has it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { ControlError, Sandbox, UnexpectedCallsError } from 'mockcustomers';

let sandbox;
let world;
const lines = [];

beforeAll(async () => {
  sandbox = await Sandbox.start({ vendors: ['align', 'jani'], population: 5000, seed: 7, now: new Date('2026-02-01'), log: (line) => lines.push(line) });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  world = await sandbox.newSession();
});
afterEach(() => world.close());

test('it is told what was asked for', async () => {
  expect(sandbox.vendors).toEqual(['align', 'jani']);
  expect(lines.join('\n')).toContain('127.0.0.1');
  expect(await world.clock.now()).toEqual(new Date('2026-02-01'));
  expect(await world.vendor('jani').customers.count()).toBe(5000);
  expect(() => world.vendor('nobody')).toThrow("there is no vendor 'nobody'; one of: align, jani");
});

test('what is misspelt, or not there, is refused by its name', async () => {
  const jani = world.vendor('jani');
  await expect(jani.calls.expect(0, { statsu: 503 })).rejects.toThrow("unknown name 'statsu'; one of: operation, status");
  await expect(jani.customers.first({ stat: 'active' })).rejects.toThrow("unknown name 'stat'; one of: state, kind, path");
  expect(() => jani.on({ operatoin: 'listCustomers' })).toThrow("unknown name 'operatoin'");
  expect(() => jani.next().fail(503, { retryafter: 1 })).toThrow("unknown name 'retryafter'");
  await expect(Sandbox.start({ vendor: 'jani' })).rejects.toThrow("unknown name 'vendor'; one of: vendors");
  await expect(Sandbox.start({ vendors: 'nobody' })).rejects.toThrow("there is no vendor 'nobody'");
  await expect(Sandbox.attach('http://127.0.0.1:1')).rejects.toThrow('no sandbox answers at http://127.0.0.1:1: ');
});

const script = "import { Sandbox } from 'mockcustomers'; const { url } = await Sandbox.start({ vendors: ['jani'] }); console.log(url); setTimeout(() => {}, 60_000);";

test.each(['SIGTERM', 'SIGKILL'])('a process that ends by %s takes its sandbox along', async (signal) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data');
  const listens = () => fetch(`${url.trim()}/health/live`).then(() => true, () => false);
  expect(await listens()).toBe(true);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([null, signal]);
  await expect.poll(listens, { timeout: 30_000 }).toBe(false);
}, 60_000);

test('a worker thread that ends takes its sandbox along', async () => {
  await writeFile('worker.mjs', script);
  const worker = new Worker('./worker.mjs', { stdout: true });
  const [url] = await once(worker.stdout.setEncoding('utf8'), 'data');
  const listens = () => fetch(`${url.trim()}/health/live`).then(() => true, () => false);
  expect(await listens()).toBe(true);
  await worker.terminate();
  await expect.poll(listens, { timeout: 30_000 }).toBe(false);
}, 60_000);

test('two worlds know nothing of each other', async () => {
  const other = await sandbox.newSession({ name: 'other', seed: 'july', population: 10, now: '2026-03-01' });
  const created = await other.vendor('jani').fetch('/api/v1/customers', { json: { name: 'Ada Byron', email: 'ada@example.com' } });
  expect(created.ok).toBe(true);
  const { id } = await created.json();
  expect((await other.vendor('jani').customers.find(id)).json.name).toBe('Ada Byron');
  expect(await world.vendor('jani').customers.find(id)).toBeNull();
  expect(await other.vendor('jani').customers.count()).toBe(11);
  expect(await world.calls.list()).toEqual([]);
  await other.close();
  await expect(other.clock.now()).rejects.toThrow(ControlError);
});

test('calls fail as they are told to', async () => {
  const jani = world.vendor('jani');
  const { id } = await jani.customers.first({ state: 'suspended' });
  const get = () => jani.fetch(`api/v1/customers/${id}`);
  const fault = await jani.next(2).fail(503, { retryAfter: 1, delay: 10 });
  expect([await get(), await get(), await get()].map((reply) => [reply.status, reply.headers.get('retry-after')])).toEqual([[503, '1'], [503, '1'], [200, null]]);
  expect(await fault.hits()).toBe(2);
  await fault.remove();
  expect(await fault.hits()).toBe(0);

  const other = await jani.on({ operation: 'listCustomers' }).always().reset();
  await expect(jani.fetch('api/v1/customers')).rejects.toThrow();
  expect((await get()).status).toBe(200);
  await other.remove();

  const every = await jani.every(2).truncate();
  expect((await (await get()).json()).id).toBe(id);
  await expect(get().then((reply) => reply.text())).rejects.toThrow();
  await every.remove();

  await jani.on({ customer: id }).rate(1).delay('PT0.01S', 20);
  expect((await get()).status).toBe(200);
  for (const broken of ['empty', 'garbage', 'malformed']) {
    const fault = await jani.on({ path: '/api/v1/customers' }).always()[broken]();
    await expect(jani.fetch('api/v1/customers').then((reply) => reply.text())).rejects.toThrow();
    await fault.remove();
  }
  await expect(jani.on({ operation: 'nothing' }).always().slow(10)).rejects.toThrow('listCustomers');
});

test('a path is taken with the base path and version that all paths share, and without', async () => {
  const [jani, align] = [world.vendor('jani'), world.vendor('align')];
  for (const path of ['/api/v1/customers?x=1', 'api/v1/customers', '/customers', 'customers?x=1']) expect((await jani.fetch(path)).status, path).toBe(200);
  for (const path of ['/v0/customers', 'v0/customers', '/customers', 'customers']) expect((await align.fetch(path)).status, path).toBe(200);
  expect((await jani.fetch('no/such/path')).status).toBe(404);
  expect((await jani.calls.list()).map(({ path }) => path)).toEqual([...Array(4).fill('/api/v1/customers'), '/api/v1/no/such/path']);
});

test('a vendor that is down is reached by nobody, until it is up', async () => {
  const jani = world.vendor('jani');
  await jani.down();
  await expect(fetch(`${jani.baseUrl}/api/v1/customers`, { headers: { 'X-Sandbox-Session': world.name } })).rejects.toThrow();
  expect((await world.vendor('align').fetch('v0/customers')).status).toBe(200);
  expect((await sandbox.vendor('jani').fetch('api/v1/customers')).status).toBe(200);
  await jani.up();
  expect((await jani.fetch('api/v1/customers')).status).toBe(200);
});

test('an expectation that fails prints the calls, and why they were refused', async () => {
  const jani = world.vendor('jani');
  await jani.fetch('api/v1/customers?x=1');
  await jani.fetch('api/v1/customers', { json: { name: 'Ada' } });
  await jani.fetch('api/v1/customers', { headers: { Authorization: 'wrong' } });
  const [list, create, stranger] = await jani.calls.list();
  expect(list).toMatchObject({ operation: 'listCustomers', method: 'GET', path: '/api/v1/customers', query: 'x=1', status: 200, reason: null, at: new Date('2026-02-01') });
  expect(create).toMatchObject({ operation: 'createCustomer', json: { name: 'Ada' }, status: 400 });
  expect(stranger).toMatchObject({ operation: null, json: null, status: 401 });
  expect(await jani.calls.count({ status: 200 })).toBe(1);
  expect(await jani.calls.count((call) => call.status > 399)).toBe(2);
  expect((await jani.calls.single({ operation: 'createCustomer' })).id).toBe(create.id);
  expect((await jani.calls.last()).id).toBe(stranger.id);
  await jani.calls.expect(3);
  await world.vendor('align').calls.expectNoRefusals();
  const failure = await jani.calls.expect(2, { operation: 'createCustomer' }).catch((error) => error);
  expect(failure).toBeInstanceOf(UnexpectedCallsError);
  expect(failure.message).toContain('expected 2 calls like this, and there was 1 of 3\n');
  expect(failure.message).toContain('jani  POST /api/v1/customers -> 400  createCustomer  /body/email: required string');
  expect(failure.calls).toHaveLength(3);
  await expect(jani.calls.single({ status: 500 })).rejects.toThrow('expected 1 call like this, and there were 0 of 3');
  await expect(jani.calls.expectNoRefusals()).rejects.toThrow('expected no refusal, and there were 2');
  expect(await jani.calls.print()).toContain('-> 401');
});

test('the clock moves customers, and a checkpoint brings them back', async () => {
  const align = world.vendor('align');
  const { id } = await align.customers.first({ state: 'no_kyc_session', kind: 'individual' });
  const before = await world.checkpoint();
  expect((await align.customers.move(id, 'kyc_session_created')).state).toBe('kyc_session_created');
  await expect(align.customers.move(id, 'no_kyc_session')).rejects.toThrow('cannot go to');
  const ahead = await align.customers.timeline(id);
  expect(ahead.next).toMatchObject({ name: 'kyc_form_submission_started', isToCome: true });
  expect((await world.clock.advance('P3D')).now).toBe('2026-02-04T00:00:00.000Z');
  expect((await align.customers.find(id)).state).toBe('approved');
  await world.clock.advance(1500);
  await world.clock.set(new Date('2026-02-05'));
  expect((await world.clock.run(60)).frozen).toBe(false);
  expect((await world.clock.freeze()).frozen).toBe(true);
  expect(() => world.clock.advance(-1)).toThrow("'-1'");
  await world.rollback(before);
  expect(await align.customers.find(id)).toMatchObject({ state: 'no_kyc_session' });
  expect(await align.customers.newest(0)).toEqual([]);
  expect(await align.customers.newest(3, { state: 'approved' })).toHaveLength(3);
  await expect(align.customers.first({ state: 'nowhere' })).rejects.toThrow('unknown state');
  expect(await align.customers.count({ path: 'rejected' })).toBeGreaterThan(0);
  await world.reset();
  expect(await world.clock.now()).toEqual(new Date('2026-02-01'));
});

test('what happens is told while it happens', async () => {
  const jani = world.vendor('jani');
  await jani.fetch('api/v1/customers', { json: { name: 'Ada Byron', email: 'ada@example.com' } });
  const seen = [];
  for await (const event of world.events({ after: 0 })) {
    seen.push(event);
    if (seen.length === 2) break;
  }
  expect(seen.map(({ id, type }) => [id, type])).toEqual([[1, 'customer'], [2, 'request']]);
  expect(seen[0].data).toMatchObject({ vendor: 'jani', change: 'created', customer: { name: 'Ada Byron' } });

  const stop = new AbortController();
  const live = world.events({ types: ['clock'], after: 2, signal: stop.signal });
  const next = live.next();
  await world.clock.advance('PT1H');
  expect((await next).value).toMatchObject({ type: 'clock', data: { cause: 'changed' } });
  stop.abort();
  await expect(live.next()).rejects.toThrow();
  await expect(world.events({ types: 'nothing' }).next()).rejects.toThrow(ControlError);
});

test('webhooks are delivered, and can be sent again', async () => {
  const bodies = [];
  let heard;
  const receiver = createServer((request, reply) => {
    let text = '';
    request.on('data', (part) => (text += part)).on('end', () => {
      bodies.push(JSON.parse(text));
      reply.end();
      heard?.();
    });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const until = (count) => new Promise((resolve) => (heard = () => bodies.length >= count && resolve()));
  const hook = await world.vendor('jani').webhooks.add(`http://127.0.0.1:${receiver.address().port}/hook`, { events: ['customer.created'] });
  expect(hook.secret).toMatch(/^whsec_/);
  const first = until(1);
  await world.vendor('jani').fetch('api/v1/customers', { json: { name: 'Ada Byron', email: 'ada@example.com' } });
  await first;
  expect(JSON.stringify(bodies[0])).toContain('ada@example.com');
  await expect.poll(async () => (await hook.attempts()).attempts.length).toBe(1);
  await hook.replay(1);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toEqual(bodies[0]);
  expect((await world.webhooks.list()).map(({ id }) => id)).toEqual([hook.id]);
  expect(await world.vendor('align').webhooks.list()).toEqual([]);
  await hook.remove();
  expect(await world.webhooks.list()).toEqual([]);
  receiver.close();
});

test('a sandbox that runs is used by its url, and by its ports file', async () => {
  const attached = await Sandbox.attach(sandbox.url);
  expect(attached.vendors).toEqual(sandbox.vendors);
  await writeFile('ports.json', JSON.stringify({ control: sandbox.url }));
  const { default: first } = await Sandbox.attach({ portsFile: 'ports.json' });
  expect((await first.vendor('jani').fetch('api/v1/customers')).status).toBe(200);
  await attached.stop();
  expect((await sandbox.vendor('jani').fetch('api/v1/customers')).status).toBe(200);
  await expect(Sandbox.attach('http://127.0.0.1:1')).rejects.toThrow();
});

test('what cannot be started is told', async () => {
  await expect(Sandbox.start({ executable: '/nowhere' })).rejects.toThrow('/nowhere cannot be started');
  await expect(Sandbox.start({ vendors: ['nobody'] })).rejects.toThrow("there is no vendor 'nobody'");
});

test('a token is wanted of everybody else', async () => {
  const guarded = await Sandbox.start({ vendors: ['jani'], token: 'a-token-of-this-test' });
  try {
    await expect(Sandbox.attach(guarded.url)).rejects.toThrow('401');
    expect((await Sandbox.attach({ url: guarded.url, token: 'a-token-of-this-test' })).vendors).toEqual(['jani']);
  } finally {
    await guarded.stop();
  }
  await expect(fetch(guarded.url)).rejects.toThrow();
});
