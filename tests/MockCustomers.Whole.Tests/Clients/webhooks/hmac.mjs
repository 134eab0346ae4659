// The verification that vendors' pages describe for a keyed hash of the body, with Node's own crypto.
// Usage: node hmac.mjs COUNT SECRET ALGORITHM HEADER
import assert from "node:assert/strict";
import { createHmac, timingSafeEqual } from "node:crypto";
import { receive } from "./receiver.mjs";

const [count, secret, algorithm, header] = process.argv.slice(2);
receive(Number(count), (body, headers) => {
  const right = createHmac(algorithm, secret).update(body).digest("hex");
  const sent = headers[header.toLowerCase()] ?? "";
  assert.ok(sent.length === right.length && timingSafeEqual(Buffer.from(sent), Buffer.from(right)), `${header}: ${sent} is not ${right}`);
});
