import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packaged from '../executable.cjs';
import { named } from './named.mjs';

const KEPT = 64 * 1024;
const PATIENCE = 120_000;
const LONGEST_STOP = 10_000;
const BETWEEN_LOOKS = 10;

/** What stands in the file of --ports-file. */
export async function readPorts(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Starts the executable and waits until all vendors listen. */
export async function startProcess(options = {}) {
  const { vendors = [], seed, population, now, args = [], executable, token, log, timeout = PATIENCE } = named(options, 'vendors', 'seed', 'population', 'now', 'args', 'executable', 'token', 'log', 'timeout');
  const [file, ...before] = [executable ?? packaged.executable()].flat();
  const folder = await mkdtemp(path.join(tmpdir(), 'mockcustomers-'));
  const ports = path.join(folder, 'ports.json');
  const flags = [...flag('--vendor', [vendors].flat().join(',')), ...flag('--seed', seed), ...flag('--population', population), ...flag('--now', now instanceof Date ? now.toISOString() : now)];
  const all = [...before, 'serve', '--port-base', '0', '--ports-file', ports, '--stdin', ...flags, ...args];
  const child = new Child(file, all, token, log);
  try {
    return { ...(await child.until(() => readPorts(ports), timeout)), token, stop: () => child.stop() };
  } catch (failure) {
    await child.stop();
    throw failure;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function flag(name, value) {
  return value === undefined || value === '' ? [] : [name, String(value)];
}

/** The running executable, which ends with this thread at the latest: its standard input ends then, whatever the thread or its process ended by. */
class Child {
  #child;
  #ended;
  #told = '';
  #kill = () => this.#child.kill('SIGKILL');

  constructor(file, args, token, log) {
    const env = token ? { ...process.env, MOCKCUSTOMERS_ADMIN_TOKEN: token } : process.env;
    this.#child = spawn(file, args, { env, stdio: 'pipe' });
    this.#child.stdin.on('error', () => {});
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => this.#hear(text, log));
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(`${file} cannot be started: ${error.message}`));
      this.#child.once('close', (code, signal) => resolve(`the sandbox has ended: ${signal ?? `exit code ${code}`}`));
    });
    process.once('exit', this.#kill);
    // A test run that forgets to stop it ends all the same.
    for (const held of this.#held) held.unref?.();
  }

  /** Waits until something can be read; throws when the process ends before, or takes too long. */
  async until(read, timeout) {
    const end = Date.now() + timeout;
    let problem = null;
    this.#ended.then((told) => (problem = told));
    while (Date.now() < end && !problem) {
      try {
        return await read();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
      }
    }
    throw new Error(`${problem ?? `the sandbox is not ready after ${timeout} ms`}\n${this.#told}`);
  }

  /** Tells it to stop, and waits until it has. */
  async stop() {
    process.removeListener('exit', this.#kill);
    for (const held of this.#held) held.ref?.();
    const late = setTimeout(this.#kill, LONGEST_STOP);
    this.#child.kill('SIGTERM');
    await this.#ended;
    clearTimeout(late);
  }

  /** What keeps this process from ending. */
  get #held() {
    return [this.#child, ...this.#child.stdio];
  }

  #hear(text, log) {
    this.#told = (this.#told + text).slice(-KEPT);
    if (log) text.split('\n').filter((line) => line !== '').forEach((line) => log(line));
  }
}
