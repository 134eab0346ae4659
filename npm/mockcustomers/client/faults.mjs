import { named } from './named.mjs';
import { period } from './times.mjs';

/** Something that goes wrong on purpose, until it is removed or its world ends. */
class SandboxFault {
  #control;
  #session;

  constructor(control, session, id) {
    this.#control = control;
    this.#session = session;
    this.id = id;
  }

  /** How many calls it struck so far; 0 once it was removed. */
  async hits() {
    const { faults } = await this.#control.get('/__admin/faults', { session: this.#session });
    return faults.find(({ id }) => id === this.id)?.hit ?? 0;
  }

  async remove() {
    const { faults } = await this.#control.get('/__admin/faults', { session: this.#session });
    if (faults.some(({ id }) => id === this.id)) await this.#control.delete(`/__admin/faults/${this.id}`, { session: this.#session });
  }
}

/** Calls that shall go wrong, and how. */
export class FaultyCalls {
  #control;
  #session;
  #rule;

  constructor(control, session, rule) {
    this.#control = control;
    this.#session = session;
    this.#rule = rule;
  }

  fail(status, options = {}) {
    const { retryAfter, delay } = named(options, 'retryAfter', 'delay');
    const wait = typeof retryAfter === 'number' ? `PT${retryAfter}S` : retryAfter;
    return this.#add({ reply: { code: status, ...(wait && { retryAfter: wait }) }, ...held(delay) });
  }

  delay(time, longest) {
    return this.#add({ delay: longest === undefined ? period(time) : { uniform: [period(time), period(longest)] } });
  }

  slow(bytesPerSecond) {
    return this.#add({ bytesPerSecond });
  }

  reset(options) {
    return this.#break('reset', options);
  }

  empty(options) {
    return this.#break('empty', options);
  }

  truncate(options) {
    return this.#break('truncate', options);
  }

  garbage(options) {
    return this.#break('garbage', options);
  }

  malformed(options) {
    return this.#break('malformed', options);
  }

  #break(transport, options = {}) {
    return this.#add({ transport, ...held(named(options, 'delay').delay) });
  }

  async #add(effect) {
    const { id } = await this.#control.post('/__admin/faults', { ...this.#rule, ...effect }, { session: this.#session });
    return new SandboxFault(this.#control, this.#session, id);
  }
}

/** Some of a vendor's calls, of which some shall go wrong. */
export class CallSelection {
  #control;
  #session;
  #match;

  constructor(control, session, match) {
    this.#control = control;
    this.#session = session;
    this.#match = match;
  }

  next(calls = 1) {
    return this.#when({ times: calls });
  }

  always() {
    return this.#when(undefined);
  }

  every(calls) {
    return this.#when({ every: calls });
  }

  rate(share) {
    return this.#when({ rate: share });
  }

  #when(when) {
    return new FaultyCalls(this.#control, this.#session, { ...this.#match, ...(when && { when }) });
  }
}

function held(delay) {
  return delay === undefined ? {} : { delay: period(delay) };
}
