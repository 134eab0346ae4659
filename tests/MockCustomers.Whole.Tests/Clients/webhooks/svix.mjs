// The verification of Svix's own library, as its documentation shows it; it knows the names of Standard Webhooks, too.
// Usage: node svix.mjs COUNT SECRET
import { Webhook } from "svix";
import { receive } from "./receiver.mjs";

const [count, secret] = process.argv.slice(2);
const webhook = new Webhook(secret);
receive(Number(count), (body, headers) => webhook.verify(body.toString("utf8"), headers));
