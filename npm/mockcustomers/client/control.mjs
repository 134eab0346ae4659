/** The control port refused what was asked of it; the message says what would be right. */
export class ControlError extends Error {
  constructor(method, path, status, body) {
    const legal = body?.legal ? `; ${body.legal.join(', ') || 'nowhere'}` : '';
    super(`${method} ${path}: ${status} ${body?.error ?? JSON.stringify(body)}${legal}`);
    this.name = 'ControlError';
    this.status = status;
    this.body = body;
  }
}

/** Requests to the control port. */
export class Control {
  #url;
  #token;

  constructor(url, token) {
    this.#url = url.replace(/\/+$/, '');
    this.#token = token;
  }

  get url() {
    return this.#url;
  }

  get(path, query) {
    return this.#ask('GET', path, query);
  }

  post(path, body, query) {
    return this.#ask('POST', path, query, body ?? {});
  }

  delete(path, query) {
    return this.#ask('DELETE', path, query);
  }

  /** The reply whose body is read as it comes. */
  async open(path, query, { signal, ...headers } = {}) {
    const reply = await this.#fetch(this.#address(path, query), { headers: this.#headers(headers), signal });
    if (!reply.ok) throw new ControlError('GET', path, reply.status, await bodyOf(reply));
    return reply;
  }

  async #ask(method, path, query, body) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const reply = await this.#fetch(this.#address(path, query), { method, headers: this.#headers({ 'Content-Type': 'application/json' }), ...sent });
    const told = await bodyOf(reply);
    if (!reply.ok) throw new ControlError(method, path, reply.status, told);
    return told;
  }

  /** fetch, which of a sandbox that is not there says "fetch failed" and no more. */
  async #fetch(address, options) {
    try {
      return await fetch(address, options);
    } catch (failure) {
      if (options.signal?.aborted) throw failure;
      throw new Error(`no sandbox answers at ${this.#url}: ${failure.cause?.code ?? failure.message}`, { cause: failure });
    }
  }

  #address(path, query = {}) {
    const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== null));
    return `${this.#url}${path}${asked.size > 0 ? `?${asked}` : ''}`;
  }

  #headers(more) {
    return this.#token ? { ...more, Authorization: `Bearer ${this.#token}` } : more;
  }
}

async function bodyOf(reply) {
  const text = await reply.text();
  try {
    return JSON.parse(text);
  } catch {
    return { error: text };
  }
}
