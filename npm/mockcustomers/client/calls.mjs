import { named } from './named.mjs';

const MOST = 10_000;
const MOST_LINES = 50;

/** What was called is not what a test expected; the message prints the calls, and why they were refused. */
export class UnexpectedCallsError extends Error {
  constructor(problem, calls) {
    super(`${problem}\n${lines(calls)}`);
    this.name = 'UnexpectedCallsError';
    this.calls = calls;
  }
}

/** A call of a vendor, and what came of it. */
class SandboxCall {
  constructor({ id, request, vendor, operation, customer, status, reason, sandboxTime }) {
    const [path, query = ''] = request.url.split(/\?(.*)/s);
    Object.assign(this, { id, vendor, operation, method: request.method, url: request.url, path, query, status, headers: request.headers });
    Object.assign(this, { body: request.body, json: jsonOf(request.body), customer, reason, at: new Date(sandboxTime) });
  }

  toString() {
    const told = [`${this.vendor}  ${this.method} ${this.url} -> ${this.status}`, this.operation, this.reason];
    return told.filter((part) => part !== null && part !== undefined).join('  ');
  }
}

/** What was called, oldest first: of a world, or of one vendor in it. Each look sees the calls of that moment. */
export class SandboxCalls {
  #control;
  #scope;

  constructor(control, session, vendor) {
    this.#control = control;
    this.#scope = { session, vendor };
  }

  async list(wanted) {
    const isMeant = meant(wanted);
    const { requests } = await this.#control.get('/__admin/requests', { ...this.#scope, limit: MOST });
    return requests.reverse().map((event) => new SandboxCall(event)).filter(isMeant);
  }

  async count(wanted) {
    return (await this.list(wanted)).length;
  }

  async last(wanted) {
    const calls = await this.list();
    return calls.filter(meant(wanted)).at(-1) ?? fail('there was no such call', calls);
  }

  async single(wanted) {
    const calls = await this.list();
    const found = calls.filter(meant(wanted));
    return found.length === 1 ? found[0] : wrong(1, found.length, calls);
  }

  async expect(count, wanted) {
    const calls = await this.list();
    const found = calls.filter(meant(wanted));
    return found.length === count ? found : wrong(count, found.length, calls);
  }

  async expectNoRefusals() {
    const refused = await this.list((call) => call.reason !== null);
    if (refused.length > 0) fail(`expected no refusal, and there were ${refused.length}`, refused);
  }

  async print() {
    return lines(await this.list());
  }
}

/** What a caller means, as a function: all calls, those with some values, or those that a function of the caller's picks. */
function meant(wanted = {}) {
  if (typeof wanted === 'function') return wanted;
  named(wanted, 'operation', 'status', 'method', 'path', 'url', 'query', 'customer', 'vendor', 'reason', 'id');
  return (call) => Object.entries(wanted).every(([name, value]) => value === undefined || call[name] === value);
}

function wrong(expected, found, calls) {
  const were = found === 1 ? 'was 1' : `were ${found}`;
  return fail(`expected ${expected} ${expected === 1 ? 'call' : 'calls'} like this, and there ${were} of ${calls.length}`, calls);
}

function fail(problem, calls) {
  throw new UnexpectedCallsError(problem, calls);
}

function lines(calls) {
  if (calls.length === 0) return '  (no calls)';
  const shown = calls.slice(-MOST_LINES).map((call) => `  ${call}`);
  return (calls.length > MOST_LINES ? [`  (${calls.length - MOST_LINES} earlier calls)`, ...shown] : shown).join('\n');
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
