// The vendor's published SDK against the sandbox: nothing is changed but the base URL and the key.
// Usage: node flexprice.mjs BASE_URL KEY
import assert from "node:assert/strict";
import * as sdk from "@flexprice/sdk";

const [serverURL, apiKeyAuth] = process.argv.slice(2);
const { customers } = new sdk.Flexprice({ serverURL, apiKeyAuth });

const total = async (filter) => (await customers.queryCustomer({ limit: 1, ...filter })).pagination.total;
// The SDK's error types know the older envelope; the newer one is in their bodies.
const refused = async (call, type, status, code) => {
  const error = await call.then(() => assert.fail(`${status} was expected`), (thrown) => thrown);
  assert.equal(error.constructor, type, error);
  assert.equal(error.statusCode, status);
  assert.equal(JSON.parse(error.body).code, code, error.body);
};

// list
const page = await customers.queryCustomer({ limit: 5, offset: 5 });
assert.equal(page.items.length, 5);
assert.equal(page.pagination.limit, 5);
const before = await total({});
assert.ok(before > 5);

// create, get
const created = await customers.createCustomer({ externalId: "ada-1", name: "Ada Obi", email: "ada@example.com", metadata: { plan: "growth" } });
assert.match(created.id, /^cust_/);
assert.equal(created.status, "published");
assert.deepEqual(created.metadata, { plan: "growth" });
assert.equal((await customers.getCustomer(created.id)).name, "Ada Obi");
assert.equal((await customers.getCustomerByExternalId("ada-1")).id, created.id);
assert.equal(await total({}), before + 1);

// search
const search = async (filter) => (await customers.queryCustomer(filter)).items.map((customer) => customer.id);
assert.deepEqual(await search({ email: "ada@example.com" }), [created.id]);
assert.deepEqual(await search({ externalIds: ["ada-1"] }), [created.id]);
assert.deepEqual(await search({ filters: [{ field: "name", operator: "eq", dataType: "string", value: { string: "Ada Obi" } }] }), [created.id]);
const sorted = (await customers.queryCustomer({ limit: 3, sort: [{ field: "created_at", direction: "desc" }] })).items;
assert.equal(sorted[0].id, created.id);
assert.ok(sorted[0].createdAt >= sorted[1].createdAt && sorted[1].createdAt >= sorted[2].createdAt);

// update
const updated = await customers.updateCustomer({ name: "Ada Eze", metadata: { plan: "scale" } }, created.id);
assert.equal(updated.name, "Ada Eze");
assert.deepEqual((await customers.getCustomer(created.id)).metadata, { plan: "scale" });
await customers.updateCustomer({ addressCity: "Berlin" }, undefined, "ada-1");
assert.equal((await customers.getCustomer(created.id)).addressCity, "Berlin");

// typed errors
await refused(customers.createCustomer({ externalId: "ada-2", name: "Ada", email: "no e-mail" }), sdk.ErrorsErrorsErrorResponse, 400, "validation_error");
await refused(customers.createCustomer({ externalId: "ada-1", name: "Ada Obi" }), sdk.SDKError, 409, "already_exists");
await refused(customers.getCustomer("cust_01K8DBYJ0ST5GD57EB6EATEAC0"), sdk.SDKError, 404, "not_found");
await refused(new sdk.Flexprice({ serverURL, apiKeyAuth: "sk_nobodys" }).customers.getCustomer(created.id), sdk.SDKError, 401, undefined);

// delete
await customers.deleteCustomer(created.id);
assert.equal((await customers.getCustomer(created.id)).status, "archived");
assert.equal(await total({}), before);
await refused(customers.getCustomerByExternalId("ada-1"), sdk.ErrorsErrorsErrorResponse, 404, "not_found");

// once more under the same external id
const again = await customers.createCustomer({ externalId: "ada-1", name: "Ada Obi" });
assert.notEqual(again.id, created.id);
assert.equal((await customers.getCustomerByExternalId("ada-1")).id, again.id);

console.log("whole round");
