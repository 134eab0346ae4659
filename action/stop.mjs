// Ends the sandbox when the job is over, and shows its log.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { group, state } from './runner.mjs';

const patience = 15_000;
const pause = 100;

const isRunning = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const stop = async pid => {
  if (!isRunning(pid)) return 'it had ended already';
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < patience; waited += pause) {
    await wait(pause);
    if (!isRunning(pid)) return 'it has ended';
  }

  process.kill(pid, 'SIGKILL');
  return `it did not end in ${patience / 1000} seconds and was killed`;
};

if (state('pid')) console.log(await stop(Number(state('pid'))));
if (state('log') && existsSync(state('log'))) group('the log of mockcustomers', readFileSync(state('log'), 'utf8'));
