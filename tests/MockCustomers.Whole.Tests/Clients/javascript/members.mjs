// Compares the members that index.d.mts declares with those of the code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as code from 'mockcustomers';

const folder = path.dirname(createRequire(import.meta.url).resolve('mockcustomers/package.json'));
const declared = readFileSync(path.join(folder, 'index.d.mts'), 'utf8');
const modules = ['calls', 'clock', 'customers', 'faults', 'session', 'vendor', 'webhooks', 'sandbox', 'control'];
const classes = Object.assign({}, code, ...(await Promise.all(modules.map((name) => import(path.join(folder, 'client', `${name}.mjs`))))));

let compared = 0;
for (const [, name, body] of declared.matchAll(/^export class (\w+)[^{]*\{\n(.*?)^\}/gms)) {
  assert.ok(classes[name], `the class ${name}`);
  const methods = [...body.matchAll(/^  (static )?(\w+)(?:<.*?>)?\(/gm)].filter(([, , method]) => method !== 'constructor');
  const there = (from) => Object.entries(Object.getOwnPropertyDescriptors(from)).filter(([key, { value }]) => typeof value === 'function' && key !== 'constructor').map(([key]) => key);
  const own = methods.filter(([, isStatic]) => !isStatic).map(([, , method]) => method);
  assert.deepEqual(own.sort(), there(classes[name].prototype).sort(), name);
  assert.deepEqual(methods.filter(([, isStatic]) => isStatic).map(([, , method]) => method).sort(), there(classes[name]).sort(), `static ${name}`);
  compared += methods.length;
}
assert.ok(compared > 40);
assert.deepEqual(Object.keys(code).sort(), ['ControlError', 'Sandbox', 'UnexpectedCallsError']);
console.log(`${compared} members compared`);
