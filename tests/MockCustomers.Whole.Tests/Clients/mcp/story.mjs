// The protocol's own client for JavaScript: what an assistant does with a sandbox, from a pending KYC to the reason of a refusal.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const [vendor, from, to, ...command] = process.argv.slice(2);
const transport = new StdioClientTransport({ command: command[0], args: [...command.slice(1), 'mcp', '--vendor', vendor], stderr: 'ignore' });
const client = new Client({ name: 'story', version: '1.0.0' });
await client.connect(transport);

async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  assert.ok(!result.isError, result.content[0].text);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
}

assert.equal(client.getServerVersion().name, 'mockcustomers');
const { tools } = await client.listTools();
assert.ok(tools.every((tool) => tool.inputSchema.type === 'object'));

const [card] = (await call('list_vendors', { vendor })).vendors;
const found = await call('find_customers', { vendor, state: from, path: `${from}>${to}`, limit: 1 });
const { id } = found.customers[0];
assert.equal((await call('get_customer', { vendor, id })).state, from);
assert.ok((await call('explain_customer', { vendor, id })).fields.length > 0);
const { states } = await call('customer_timeline', { vendor, id });
assert.ok((await call('set_clock', { set: states.at(-1).at })).moves > 0);
assert.equal((await call('get_customer', { vendor, id })).state, to);

await call('fail_next', { vendor, times: 1, status: 503 });
const { url, auth, operations } = card;
const get = operations.find((operation) => operation.method === 'GET').example;
assert.ok(get.startsWith(url));
const headers = { [auth.header]: auth.value };
assert.equal((await fetch(get, { headers })).status, 503);
assert.equal((await fetch(get, { headers })).status, 200);
assert.equal((await fetch(get)).status, 401);
const { requests } = await call('list_requests', { vendor, refused: true });
assert.deepEqual(requests.map((request) => request.status), [401, 503]);
assert.equal(requests[0].reason, 'no credential was sent');

const wrong = await client.callTool({ name: 'find_customers', arguments: { vendor, state: 'nowhere' } });
assert.ok(wrong.isError);
assert.match(wrong.content[0].text, /^unknown state 'nowhere'; /);

await client.close();
console.log('whole story');
