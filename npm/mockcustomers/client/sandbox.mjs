import { Control } from './control.mjs';
import { named } from './named.mjs';
import { SandboxSession } from './session.mjs';
import { moment } from './times.mjs';

const HERE = 'http://127.0.0.1:4010';

/** A sandbox: started here, or running already. */
export class Sandbox {
  #control;
  #stop;

  constructor(control, stop, session) {
    this.#control = control;
    this.#stop = stop;
    this.default = session;
  }

  /** Starts one on free ports with the native executable; Node.js only. */
  static async start(options) {
    const { startProcess } = await import('./process.mjs');
    const { control, token, stop } = await startProcess(options);
    try {
      return await Sandbox.#of(new Control(control, token), stop);
    } catch (failure) {
      await stop();
      throw failure;
    }
  }

  /** Uses one that is running: by the control port's URL, or by the file of --ports-file, which is read in Node.js only. */
  static async attach(options = {}) {
    const { url, portsFile, token } = typeof options === 'string' ? { url: options } : named(options, 'url', 'portsFile', 'token');
    const control = portsFile ? (await (await import('./process.mjs')).readPorts(portsFile)).control : url ?? HERE;
    return Sandbox.#of(new Control(control, token), async () => {});
  }

  static async #of(control, stop) {
    const vendors = await control.get('/__admin/vendors');
    const access = vendors.map(({ name, url, baseUrl, clientUrl, auth }) => [name, { url, baseUrl, clientUrl, ...auth }]);
    return new Sandbox(control, stop, new SandboxSession(control, 'default', Object.fromEntries(access)));
  }

  /** Where the control port is. */
  get url() {
    return this.#control.url;
  }

  get vendors() {
    return this.default.vendors;
  }

  vendor(name) {
    return this.default.vendor(name);
  }

  /** Opens a world of its own over the vendors. */
  async newSession({ now, ...options } = {}) {
    const card = await this.#control.post('/__admin/sessions', { ...options, ...(now && { now: moment(now) }) });
    return new SandboxSession(this.#control, card.name, card.vendors);
  }

  /** Stops what start() started; what is attached to goes on. */
  async stop() {
    await this.#stop();
  }
}

if (Symbol.asyncDispose) Sandbox.prototype[Symbol.asyncDispose] = Sandbox.prototype.stop;
