// Answers the same requests by exported handlers and by a running sandbox, and compares: node msw.mjs REQUESTS SANDBOX
// REQUESTS is a file of JSON, [{method, path, credential}]: paths stand behind the base URL, credential is a header's value or null.
// This file is copied beside the exported handlers.mjs: both then have the same msw.
Promise.withResolvers ??= function () {
  // msw 3 asks for a Node.js that has it.
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
const { setupServer } = await import('msw/node');
const { baseUrl, credential, customers, handlers, handlersFor } = await import('./handlers.mjs');

const [requests, sandbox] = [JSON.parse(readFileSync(process.argv[2], 'utf8')), process.argv[3]];
const server = setupServer(...handlers);
// msw 3 has another word for what is not handled.
server.listen({ onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' });

/** What depends on the connection or the moment. */
const passing = /^(access-control-.*|connection|content-length|date|keep-alive|server|transfer-encoding|x-powered-by|.*request-?id)$/i;

async function ask(url, { method, credential: value }) {
  const reply = await fetch(url, { method, headers: value === null ? {} : { [credential.header]: value } });
  return { status: reply.status, headers: Object.fromEntries([...reply.headers].filter(([name]) => !passing.test(name))), body: await reply.text() };
}

let compared = 0;
for (const request of requests) {
  assert.deepEqual(await ask(baseUrl + request.path, request), await ask(sandbox + request.path, request), `${request.method} ${request.path}`);
  compared++;
}

// What it does not do it says, and handlers for another address answer there.
const refused = await fetch(`${baseUrl}${requests[0].path}`, { method: 'GET', headers: {} });
assert.ok(refused.status === 401, 'without a credential');
server.use(...handlersFor('http://localhost:3000/api', { anyCredential: true }));
const elsewhere = await fetch(`http://localhost:3000/api${requests[0].path}`, { headers: { [credential.header]: 'anything' } });
assert.equal(elsewhere.status, 200);
assert.equal(JSON.stringify(customers[0]).length > 2, true);
server.close();
console.log(`${compared} compared`);
