import { SandboxCalls } from './calls.mjs';
import { SandboxCustomers } from './customers.mjs';
import { CallSelection } from './faults.mjs';
import { named } from './named.mjs';
import { SandboxWebhooks } from './webhooks.mjs';

/** A vendor in one world: how to reach it, what shall go wrong, its customers, and what was called. */
export class SandboxVendor {
  #control;
  #session;
  #clientUrl;

  constructor(control, session, name, { url, baseUrl, clientUrl = baseUrl, header, value }) {
    this.#control = control;
    this.#session = session;
    this.#clientUrl = clientUrl;
    this.name = name;
    this.url = url;
    this.baseUrl = baseUrl;
    this.key = value.split(' ').at(-1);
    this.headers = { [header]: value, ...(session === 'default' ? {} : { 'X-Sandbox-Session': session }) };
    this.customers = new SandboxCustomers(control, session, name);
    this.calls = new SandboxCalls(control, session, name);
    this.webhooks = new SandboxWebhooks(control, session, name);
  }

  /** A call of the vendor with the credential; what is no text is sent as JSON. */
  fetch(path, { headers, json, ...init } = {}) {
    const sent = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
    const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
    return fetch(this.#at(path), { ...sent, ...init, headers: { ...this.headers, ...type, ...headers } });
  }

  /** Where a path is: as the vendor's own pages print it, or without the base path and version that all of its paths share. */
  #at(path) {
    const whole = `${this.url}${path.startsWith('/') ? '' : '/'}${path}`;
    const isWhole = [this.baseUrl, this.#clientUrl].some((base) => base !== this.url && (whole === base || whole.startsWith(`${base}/`) || whole.startsWith(`${base}?`)));
    return isWhole ? whole : `${this.#clientUrl}${whole.slice(this.url.length)}`;
  }

  on(calls = {}) {
    const { operation, customer, method, path } = named(calls, 'operation', 'customer', 'method', 'path');
    const match = Object.entries({ vendor: this.name, operation, customer, method, path }).filter(([, value]) => value !== undefined);
    return new CallSelection(this.#control, this.#session, Object.fromEntries(match));
  }

  next(calls) {
    return this.on().next(calls);
  }

  always() {
    return this.on().always();
  }

  every(calls) {
    return this.on().every(calls);
  }

  rate(share) {
    return this.on().rate(share);
  }

  async down() {
    await this.#control.post('/__admin/outages', { vendor: this.name }, { session: this.#session });
  }

  async up() {
    await this.#control.delete('/__admin/outages', { vendor: this.name, session: this.#session });
  }
}
