import { SandboxCalls } from './calls.mjs';
import { SandboxClock } from './clock.mjs';
import { events } from './events.mjs';
import { SandboxVendor } from './vendor.mjs';
import { SandboxWebhooks } from './webhooks.mjs';

/** A world over the vendors that nobody else sees. */
export class SandboxSession {
  #control;
  #vendors;

  constructor(control, name, vendors) {
    this.#control = control;
    this.#vendors = Object.fromEntries(Object.entries(vendors).map(([vendor, access]) => [vendor, new SandboxVendor(control, name, vendor, access)]));
    this.name = name;
    this.clock = new SandboxClock(control, name);
    this.calls = new SandboxCalls(control, name);
    this.webhooks = new SandboxWebhooks(control, name);
  }

  get vendors() {
    return Object.keys(this.#vendors);
  }

  vendor(name) {
    if (Object.hasOwn(this.#vendors, name)) return this.#vendors[name];
    throw new RangeError(`there is no vendor '${name}'; one of: ${this.vendors.join(', ')}`);
  }

  events(options) {
    return events(this.#control, this.name, options);
  }

  async checkpoint() {
    return (await this.#control.post(`/__admin/sessions/${this.name}/checkpoints`)).checkpoint;
  }

  async rollback(checkpoint) {
    await this.#control.post(`/__admin/sessions/${this.name}/rollback`, { checkpoint });
  }

  async reset() {
    await this.#control.post(`/__admin/sessions/${this.name}/reset`);
  }

  /** Closes it; the default one cannot be closed, and begins anew instead. */
  async close() {
    if (this.name === 'default') await this.reset();
    else await this.#control.delete(`/__admin/sessions/${this.name}`);
  }
}

// Node.js 18.18 and up; browsers may not have it yet.
if (Symbol.asyncDispose) SandboxSession.prototype[Symbol.asyncDispose] = SandboxSession.prototype.close;
