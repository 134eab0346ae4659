/** A webhook: what becomes of customers is told to a URL, signed the vendor's way. */
class SandboxWebhook {
  #control;
  #session;

  constructor(control, session, card) {
    this.#control = control;
    this.#session = session;
    Object.assign(this, card);
  }

  attempts() {
    return this.#control.get(`/__admin/webhooks/${this.id}/attempts`, { session: this.#session });
  }

  replay(number) {
    return this.#control.post(`/__admin/webhooks/${this.id}/attempts/${number}/replay`, {}, { session: this.#session });
  }

  async remove() {
    await this.#control.delete(`/__admin/webhooks/${this.id}`, { session: this.#session });
  }
}

/** The webhooks of a world, or of one vendor in it. */
export class SandboxWebhooks {
  #control;
  #session;
  #vendor;

  constructor(control, session, vendor) {
    this.#control = control;
    this.#session = session;
    this.#vendor = vendor;
  }

  async add(url, { vendor = this.#vendor, events, secret, customers, clock } = {}) {
    const card = await this.#control.post('/__admin/webhooks', { vendor, url, events, secret, customers, clock }, { session: this.#session });
    return new SandboxWebhook(this.#control, this.#session, card);
  }

  async list() {
    const { webhooks } = await this.#control.get('/__admin/webhooks', { session: this.#session });
    return webhooks.filter(({ vendor }) => !this.#vendor || vendor === this.#vendor).map((card) => new SandboxWebhook(this.#control, this.#session, card));
  }
}
