// The client in a page, behind a server of the page's own that leads to the control port as docs/javascript.md has it: node browser.mjs CHROMIUM
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { Sandbox } from 'mockcustomers';
import { createServer } from 'vite';

const sandbox = await Sandbox.start({ vendors: ['jani'] });
writeFileSync('index.html', '<title>shop</title>');
const rewrite = (path) => path.slice(8);
const configure = (proxy) => proxy.on('proxyReq', (request) => request.removeHeader('origin'));
const server = await createServer({ root: process.cwd(), logLevel: 'error', server: { host: '127.0.0.1', fs: { strict: false }, proxy: { '/sandbox': { target: sandbox.url, rewrite, configure } } } });
await server.listen();
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  const told = await page.evaluate(async () => {
    const { Sandbox } = await import('/node_modules/mockcustomers/index.mjs');
    const world = await (await Sandbox.attach('/sandbox')).newSession();
    const jani = world.vendor('jani');
    await jani.next().fail(503);
    const statuses = [(await jani.fetch('api/v1/customers')).status, (await jani.fetch('api/v1/customers')).status];
    const types = [];
    for await (const { type } of world.events({ after: 0, limit: 2 })) types.push(type);
    await jani.calls.expect(1, { status: 503 });
    await world.close();
    return { statuses, types };
  });
  assert.deepEqual(told, { statuses: [503, 200], types: ['request', 'request'] });
} finally {
  await browser.close();
  await server.close();
  await sandbox.stop();
}
console.log('from a page');
