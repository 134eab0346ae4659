// Receives webhooks on a free port of this machine, and judges each by its raw body.
import assert from "node:assert/strict";
import { createServer } from "node:http";

export const receive = (count, judge) => {
  let judged = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    try {
      judge(body, request.headers);
      assert.throws(() => judge(Buffer.concat([body, Buffer.from(" ")]), request.headers), "a changed body is not signed");
      response.writeHead(204).end();
      if (++judged === count) console.log("whole round");
      if (judged === count) server.close();
    } catch (error) {
      console.log(`refused: ${error.message}`);
      response.writeHead(401).end();
      process.exitCode = 1;
      server.close();
    }
  });
  server.listen(0, "127.0.0.1", () => console.log(`receives at http://127.0.0.1:${server.address().port}/hook.`));
  server.keepAliveTimeout = 1;
};
