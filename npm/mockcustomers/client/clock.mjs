import { moment, period } from './times.mjs';

/** The clock of a world: it stands still unless a test moves it or lets it run. */
export class SandboxClock {
  #control;
  #session;

  constructor(control, session) {
    this.#control = control;
    this.#session = session;
  }

  async now() {
    return new Date((await this.read()).now);
  }

  read() {
    return this.#control.get('/__admin/clock', { session: this.#session });
  }

  advance(time) {
    return this.#change({ advance: period(time) });
  }

  set(time) {
    return this.#change({ set: moment(time) });
  }

  freeze() {
    return this.#change({ freeze: true });
  }

  run(rate = 1) {
    return this.#change({ rate });
  }

  #change(change) {
    return this.#control.post('/__admin/clock', change, { session: this.#session });
  }
}
