// Asks sandboxes of one OpenAPI file what a test would ask them, and prints how often each answers right: a table for
// docs/comparison.md. The file is specs/_template/openapi.json, a made-up vendor, with nothing in it for any of them but what
// OpenAPI has; ours reads vendor.yaml beside it, too, and json-server, which reads no spec, gets 100 of our customers.
//
//   node bench/compare.mjs          needs Node.js 20, npm and the .NET SDK
//
// Everything stays on loopback, is asked a bounded number of times, and ends when it is done.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COUNT = 100;
const PACKAGES = ['@stoplight/prism-cli@5', '@mockoon/cli@9', 'json-server@0.17.4', 'ajv@8', 'ajv-formats@3'];
const top = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'compare-'));
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
});

execFileSync('npm', ['install', '--prefix', work, '--no-audit', '--no-fund', '--silent', ...PACKAGES], { stdio: 'inherit' });
execFileSync('dotnet', ['build', join(top, 'src/MockCustomers.Cli'), '-c', 'Release', '-v', 'quiet', '--nologo'], { stdio: 'inherit' });
const command = join(top, 'artifacts/bin/MockCustomers.Cli/release/mockcustomers');
const specs = join(work, 'specs');
cpSync(join(top, 'specs/_template'), join(specs, 'acme'), { recursive: true });
mkdirSync(join(work, 'fixtures'));
const spec = join(specs, 'acme/openapi.json');
const ours = ['--specs', specs, '--fixtures', join(work, 'fixtures'), '--vendor', 'acme'];
const rows = execFileSync(command, ['generate', ...ours, '--count', String(COUNT)], { encoding: 'utf8' }).trim().split('\n').map(line => JSON.parse(line));
writeFileSync(join(work, 'db.json'), JSON.stringify({ customers: rows }));

const modules = createRequire(join(work, 'node_modules/'));
const Ajv = modules('ajv').default;
const ajv = new Ajv({ strict: false, allErrors: true });
modules('ajv-formats').default(ajv);
const { components } = JSON.parse(readFileSync(spec, 'utf8').replaceAll('#/components/schemas/', '#/definitions/').replaceAll(/"nullable":\s*true/g, '"x-nullable": true'));
const valid = ajv.compile({ ...nullable(components.schemas.Customer), definitions: nullable(components.schemas) });

/** OpenAPI 3.0's nullable in the words of JSON Schema. */
function nullable(schema) {
  if (Array.isArray(schema)) return schema.map(nullable);
  if (schema === null || typeof schema !== 'object') return schema;
  const { 'x-nullable': may, ...rest } = schema;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, nullable(value)]));
  return may ? { anyOf: [plain, { type: 'null' }] } : plain;
}

const bin = name => join(work, 'node_modules/.bin', name);
const version = name => JSON.parse(readFileSync(join(work, 'node_modules', name, 'package.json'), 'utf8')).version;
const sandboxes = [
  { name: 'MockCustomers', root: '/v1', limit: 'limit', offset: 'offset', start: (port, seed) => [command, ...ours, '--port-base', String(port - 6), '--seed', seed, '--log-requests', 'off'] },
  { name: `Prism ${version('@stoplight/prism-cli')}, \`-d\``, root: '', limit: 'limit', offset: 'offset', start: (port, seed) => [bin('prism'), 'mock', '-d', '--seed', seed, '-p', String(port), spec] },
  { name: `Mockoon ${version('@mockoon/cli')}`, root: '/v1', limit: 'limit', offset: 'offset', start: (port, seed) => [bin('mockoon-cli'), 'start', '--data', spec, '--port', String(port), '--faker-seed', seed] },
  { name: 'json-server 0.17.4, our rows', root: '', limit: '_limit', offset: '_start', start: port => [bin('json-server'), '--quiet', '--port', String(port), join(work, 'db.json')] },
];
const authorization = { Authorization: 'Bearer tmpl_sandbox_4f9a1c7e2b8d6053' };
const asked = Array.from({ length: COUNT }, (_, n) => rows[n].id);

async function served(sandbox, port, seed, work) {
  const [program, ...words] = sandbox.start(port, seed);
  const child = spawn(program, words, { stdio: 'ignore', cwd: tmpdir() });
  running.add(child);
  const root = `http://127.0.0.1:${port}${sandbox.root}`;
  try {
    for (let tries = 0; ; tries++) {
      if (tries === 300) throw new Error(`${sandbox.name} does not start: ${words.join(' ')}`);
      if (await fetch(`${root}/customers`, { headers: authorization }).then(reply => reply.ok, () => false)) break;
      await new Promise(go => setTimeout(go, 100));
    }

    return await work(root);
  } finally {
    child.kill('SIGKILL');
    running.delete(child);
    await new Promise(go => (child.exitCode === null && child.signalCode === null ? child.on('exit', go) : go()));
  }
}

const get = async (url, headers = authorization) => {
  const reply = await fetch(url, { headers });
  const text = await reply.text();
  let body;
  try { body = JSON.parse(text); } catch { body = null; }
  return { status: reply.status, text, body };
};
const customersOf = body => (Array.isArray(body) ? body : (body?.data ?? []));
const share = (items, right) => (items.length === 0 ? 'none came' : `${items.filter(right).length} of ${items.length}`);
const reserved = email => /@([^@]+\.)?(example(\.(com|org|net))?|test|invalid|localhost)$/i.test(email ?? '');

async function figures(sandbox, port) {
  const told = {};
  let first;
  await served(sandbox, port, '42', async root => {
    const page = (limit, offset) => get(`${root}/customers?${sandbox.limit}=${limit}&${sandbox.offset}=${offset}`);
    const one = id => get(`${root}/customers/${encodeURIComponent(id)}`);
    const gets = [];
    for (const id of asked) gets.push(await one(id));
    first = gets.map(reply => reply.text).join('\n');
    const bodies = gets.map(reply => reply.body);
    told['a get returns the customer whose id was asked for'] = share(asked, id => bodies[asked.indexOf(id)]?.id === id);
    told['a get returns the same customer again'] = share(await Promise.all(asked.slice(0, 20).map(async (id, n) => (await one(id)).text === gets[n].text)), same => same);
    const three = customersOf((await page(3, 0)).body);
    told['`limit=3` returns'] = `${three.length} customers`;
    const listed = customersOf((await page(20, 0)).body).slice(0, 20);
    const again = [];
    for (const customer of listed) again.push(JSON.stringify((await one(customer.id ?? '')).body) === JSON.stringify(customer));
    told['a customer of the list is got by its id, the same'] = share(again, same => same);
    const [left, right] = [customersOf((await page(10, 0)).body), customersOf((await page(10, 10)).body)].map(list => new Set(list.map(customer => JSON.stringify(customer))));
    told['customers of page 1 that are on page 2, too'] = `${[...left].filter(customer => right.has(customer)).length} of ${left.size}`;
    told['an id that nobody has'] = String((await one('cus_00000000000000000000000000')).status);
    told['without a credential'] = String((await get(`${root}/customers`, {})).status);
    told['with a wrong credential'] = String((await get(`${root}/customers`, { Authorization: 'Bearer wrong' })).status);
    told['`limit=0`, where 1 is the least'] = String((await page(0, 0)).status);
    told['customers that fit the schema (ajv)'] = share(bodies, body => valid(body));
    told['customers created before they were updated, or then'] = share(bodies, body => Date.parse(body?.created_at) <= Date.parse(body?.updated_at));
    told['e-mail addresses that reach nobody'] = share(bodies, body => reserved(body?.email));
    told['different e-mail addresses'] = `${new Set(bodies.map(body => body?.email)).size} of ${bodies.length}`;
  });
  await served(sandbox, port + 20, '42', async root => {
    const second = [];
    for (const id of asked) second.push((await get(`${root}/customers/${encodeURIComponent(id)}`)).text);
    told['another start with the same seed: the same bytes'] = second.join('\n') === first ? 'yes' : 'no';
  });
  return told;
}

const columns = [];
for (const [place, sandbox] of sandboxes.entries()) {
  console.error(sandbox.name);
  columns.push(await figures(sandbox, 5606 + place * 40));
}

console.log(`| of ${COUNT} customers | ${sandboxes.map(sandbox => sandbox.name).join(' | ')} |`);
console.log(`|---|${'---|'.repeat(sandboxes.length)}`);
for (const row of Object.keys(columns[0])) console.log(`| ${row} | ${columns.map(column => column[row]).join(' | ')} |`);
// Connections that are kept alive would hold it up.
process.exit(0);
