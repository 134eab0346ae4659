// npm's wiremock-captain against a vendor of the sandbox: nothing is changed but its base URL.
// Usage: node wiremock-captain.mjs BASE_URL VENDOR_URL OWN_PATH HEADER VALUE
import assert from "node:assert/strict";
import { WireMock, MatchingAttributes, BodyType } from "wiremock-captain";

const [base, vendor, own, header, value] = process.argv.slice(2);
const mock = new WireMock(base);
const get = async (path, options) => {
  const reply = await fetch(vendor + path, { ...options, headers: { [header]: value, ...options?.headers } });
  return [reply.status, await reply.text()];
};
const before = await get(own);
assert.equal(before[0], 200);

// create, call, read
const stub = await mock.register({ method: "GET", endpoint: own }, { status: 503, body: { down: true }, headers: { "X-Stub": "1" } });
assert.match(stub.id, /^[0-9a-f-]{36}$/);
assert.equal(stub.uuid, stub.id);
assert.deepEqual((await get(own)).map(String), ["503", '{"down":true}']);
assert.equal((await mock.getMapping(stub.id)).request.url, own);
assert.deepEqual((await mock.getAllMappings()).map((mapping) => mapping.id), [stub.id]);

// what was called
const calls = await mock.getRequestsForAPI("GET", own);
assert.equal(calls.length, 2);
assert.equal(calls[0].response.status, 503);
await get("/no/such/path");
const unmatched = await mock.getUnmatchedRequests();
assert.deepEqual(unmatched.map((request) => request.url), ["/no/such/path"]);
assert.equal((await mock.getAllRequests()).length, 3);

// the vendor's own answer again
await mock.deleteMapping(stub.id);
assert.deepEqual(await get(own), before);
await assert.rejects(mock.getMapping(stub.id), (error) => error.response.status === 404);

// matchers
await mock.register(
  { method: "POST", endpoint: "/captain", body: { name: "Ada" }, headers: { "X-Who": "ada" } },
  { status: 201, body: "taken" },
  { requestHeaderFeatures: { "X-Who": MatchingAttributes.EqualTo }, responseBodyType: BodyType.Body, stubPriority: 1 });
const post = (who) => get("/captain", { method: "POST", headers: { "Content-Type": "application/json", "X-Who": who }, body: '{"name": "Ada"}' });
assert.deepEqual(await post("ada"), [201, "taken"]);
assert.notEqual((await post("bob"))[0], 201);

// scenarios
const scenario = (requiredScenarioState, newScenarioState) => ({ scenario: { scenarioName: "flaky", requiredScenarioState, newScenarioState } });
await mock.register({ method: "GET", endpoint: own }, { status: 503 }, scenario("Started", "up"));
await mock.register({ method: "GET", endpoint: own }, { status: 200, body: { up: true } }, scenario("up"));
assert.equal((await get(own))[0], 503);
assert.equal((await get(own))[0], 200);
const [flaky] = await mock.getAllScenarios();
assert.deepEqual([flaky.name, flaky.state, flaky.possibleStates, flaky.mappings.length], ["flaky", "up", ["Started", "up"], 2]);
await mock.resetAllScenarios();
assert.equal((await get(own))[0], 503);

// reset
await mock.resetMappings();
assert.deepEqual(await mock.getAllMappings(), []);
assert.deepEqual(await get(own), before);
await mock.clearAllExceptDefault();
await mock.clearAll();
assert.deepEqual(await mock.getAllRequests(), []);

console.log("whole round");
