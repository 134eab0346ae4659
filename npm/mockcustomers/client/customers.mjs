import { named } from './named.mjs';

/** The customers of a vendor in one world, as they are now. */
export class SandboxCustomers {
  #control;
  #scope;

  constructor(control, session, vendor) {
    this.#control = control;
    this.#scope = { session, vendor };
  }

  async first(wanted = {}) {
    const [customer] = await this.newest(1, wanted);
    if (customer) return customer;
    const told = Object.entries(wanted).map(([name, value]) => ` ${name} '${value}'`).join('');
    throw new Error(`${this.#scope.vendor} has no customer${told && ` of${told}`}; move one there, or ask for another one`);
  }

  async newest(count, wanted = {}) {
    const { state, kind, path } = named(wanted, 'state', 'kind', 'path');
    if (count === 0) return [];
    return this.#found({ state, kind, path, limit: count });
  }

  async count(wanted = {}) {
    const { state, kind, path } = named(wanted, 'state', 'kind', 'path');
    return (await this.#control.get('/__admin/customers', { ...this.#scope, state, kind, path, limit: 1 })).total;
  }

  async find(id) {
    return (await this.#found({ find: id }))[0] ?? null;
  }

  async #found(wanted) {
    const { customers } = await this.#control.get('/__admin/customers', { ...this.#scope, ...wanted, full: true });
    return customers.map(({ customer, ...card }) => ({ ...card, json: customer }));
  }

  async move(id, to) {
    await this.#control.post(`/__admin/customers/${encodeURIComponent(id)}/moves`, { vendor: this.#scope.vendor, to }, { session: this.#scope.session });
    return this.find(id);
  }

  async timeline(id) {
    const told = await this.#control.get(`/__admin/customers/${encodeURIComponent(id)}/timeline`, this.#scope);
    const states = told.states.map(({ state, at, toCome }) => ({ name: state, at: new Date(at), isToCome: toCome }));
    return { ...told, now: new Date(told.now), states, next: states.find(({ isToCome }) => isToCome) ?? null };
  }
}
