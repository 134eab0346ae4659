#!/usr/bin/env node
'use strict';

// Starts the executable of this machine, which npm installed beside this package as an optional dependency, and is as good as
// it: arguments, standard streams, signals and exit code are passed on.

const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const { executable } = require('./executable.cjs');

function refuse(problem) {
  console.error(`mockcustomers: ${problem}`);
  process.exit(1);
}

function found() {
  try {
    return executable();
  } catch (missing) {
    return refuse(missing.message);
  }
}

const child = spawn(found(), process.argv.slice(2), { stdio: 'inherit' });
child.on('error', (error) => refuse(`${error.path} cannot be started: ${error.message}`));

// A terminal tells its whole foreground group of Ctrl-C, the child included. Whatever tells this process alone is passed on.
const isTerminals = (signal) => signal === 'SIGINT' && process.stdin.isTTY;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!isTerminals(signal)) child.kill(signal);
  });
}

// npx has a shell between itself and this process, which ends by a signal and passes none on: that the parent is gone is the signal.
if (process.env.npm_command === 'exec') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 200).unref();
}

child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  // Ended by a signal, as the child was: whoever waits is told the same. Where that cannot be, the code says it as shells do.
  for (const heard of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(heard);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
});
