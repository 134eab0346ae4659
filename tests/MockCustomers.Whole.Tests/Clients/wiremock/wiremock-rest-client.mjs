// npm's wiremock-rest-client against a vendor of the sandbox: nothing is changed but its base URL.
// Usage: node wiremock-rest-client.mjs BASE_URL VENDOR_URL OWN_PATH HEADER VALUE
import assert from "node:assert/strict";
import { WireMockRestClient } from "wiremock-rest-client";

const [base, vendor, own, header, value] = process.argv.slice(2);
const session = "rest-client";
const { mappings, requests, scenarios, recordings, global } = new WireMockRestClient(base, { logLevel: "silent", continueOnFailure: true, headers: { "X-Sandbox-Session": session } });
const get = async (path) => {
  const reply = await fetch(vendor + path, { headers: { [header]: value, "X-Sandbox-Session": session } });
  return [reply.status, await reply.text()];
};
// The client says nothing of statuses: what is refused is told by the body.
const refused = async (call, title) => assert.match((await call).errors[0].title, title);
const before = await get(own);
assert.equal(before[0], 200);

// create, call, read, replace
const stub = await mappings.createMapping({ request: { method: "GET", urlPath: own }, response: { status: 503, jsonBody: { down: true } }, metadata: { owner: "ada" } });
assert.equal(stub.uuid, stub.id);
assert.deepEqual(await get(own + "?a=1"), [503, '{"down":true}']);
assert.deepEqual(await mappings.getMapping(stub.id), stub);
const all = await mappings.getAllMappings();
assert.deepEqual([all.meta.total, all.mappings], [1, [stub]]);
const replaced = await mappings.updateMapping(stub.id, { ...stub, response: { status: 504, body: "late" } });
assert.equal(replaced.id, stub.id);
assert.deepEqual(await get(own), [504, "late"]);
await refused(mappings.createMapping({ request: { urlPth: "/x" }, response: {} }), /urlPth/);
await refused(mappings.saveAllMappings(), /writes no files/);

// what was called
assert.deepEqual(await requests.getCount({ method: "GET", urlPath: own }), { count: 3, requestJournalDisabled: false });
const found = await requests.findRequests({ urlPath: own, queryParameters: { a: { equalTo: "1" } } });
assert.deepEqual(found.requests.map((request) => request.url), [own + "?a=1"]);
const { requests: events, meta } = await requests.getAllRequests();
assert.deepEqual([meta.total, events.map((event) => event.response.status)], [3, [504, 503, 200]]);
assert.equal((await requests.getRequest(events[0].id)).request.url, own);
await requests.deleteRequest(events[0].id);
assert.equal((await requests.getCount({})).count, 2);
await get("/nowhere");
assert.deepEqual((await requests.getUnmatchedRequests()).requests.map((request) => request.url), ["/nowhere"]);
const { nearMisses } = await requests.getUnmatchedNearMisses();
assert.deepEqual([nearMisses.length, nearMisses[0].stubMapping.id, nearMisses[0].matchResult.distance], [1, stub.id, 0.5]);
assert.equal((await requests.getNearMissesByRequest({ method: "POST", url: own })).nearMisses[0].stubMapping.id, stub.id);
assert.equal((await requests.getNearMissesByRequestPattern({ method: "GET", url: "/nowhere" })).nearMisses[0].request.url, "/nowhere");
assert.equal((await requests.removeRequests({ urlPath: "/nowhere" })).serveEvents.length, 1);

// metadata
const ada = { matchesJsonPath: { expression: "$.owner", equalTo: "ada" } };
assert.deepEqual((await mappings.findByMetaData(ada)).mappings.map((mapping) => mapping.id), [stub.id]);
assert.equal((await requests.removeRequestsByMetadata(ada)).serveEvents.length, 1);
assert.deepEqual(await mappings.removeByMetaData(ada), {});
assert.deepEqual(await get(own), before);
assert.deepEqual(await requests.resetAllRequests(), {});
assert.equal((await requests.getCount({})).count, 0);

// scenarios
for (const [requiredScenarioState, newScenarioState, status] of [["Started", "up", 503], ["up", undefined, 202]])
  await mappings.createMapping({ scenarioName: "flaky", requiredScenarioState, newScenarioState, request: { urlPath: own }, response: { status } });
assert.deepEqual([(await get(own))[0], (await get(own))[0]], [503, 202]);
const [flaky] = (await scenarios.getAllScenarios()).scenarios;
assert.deepEqual([flaky.name, flaky.state, flaky.possibleStates], ["flaky", "up", ["Started", "up"]]);
assert.deepEqual(await scenarios.resetScenario(flaky.id), {});
assert.equal((await get(own))[0], 503);
assert.deepEqual(await scenarios.resetAllScenarios(), {});
assert.equal((await get(own))[0], 503);
await scenarios.resetAllScenarios();
await scenarios.setScenarioState("flaky", "up");
assert.equal((await get(own))[0], 202);
await refused(scenarios.setScenarioState("flaky", "sideways"), /sideways/);

// settings, recordings, reset
assert.equal(await global.updateGlobalSettings({ fixedDelay: 0 }), "");
assert.equal((await recordings.getRecordingStatus()).status, "NeverStarted");
await refused(recordings.startRecording({ targetBaseUrl: "http://127.0.0.1:1" }), /records nothing/);
await refused(global.shutdown(), /not ended/);
await mappings.resetAllMappings();
assert.equal((await mappings.getAllMappings()).meta.total, 0);
await mappings.createMapping({ request: { urlPath: own }, response: { status: 503 } });
assert.deepEqual(await mappings.deleteAllMappings(), {});
await mappings.createMapping({ request: { urlPath: own }, response: { status: 503 } });
assert.equal(await global.resetAll(), "");
assert.equal((await requests.getAllRequests()).meta.total, 0);
assert.deepEqual(await get(own), before);

console.log("whole round");
