// Serves db.json by json-server and compares what it answers with expected.json: node json-server.mjs ID, the name of the id's field.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsonServer from 'json-server';

const [id] = process.argv.slice(2);
const expected = JSON.parse(readFileSync('expected.json', 'utf8'));
const router = jsonServer.router('db.json');
router.db._.id = id;
const app = jsonServer.create();
app.use(router);
const server = app.listen(0, '127.0.0.1', async () => {
  const base = `http://127.0.0.1:${server.address().port}/customers`;
  assert.deepEqual(await (await fetch(base)).json(), expected);
  for (const customer of expected) assert.deepEqual(await (await fetch(`${base}/${encodeURIComponent(customer[id])}`)).json(), customer);
  assert.equal((await fetch(`${base}/nobody`)).status, 404);
  console.log(`${expected.length} compared`);
  server.close();
});
