// A page of another site is answered from archives, by Playwright: node browser.mjs CHROMIUM VENDOR...; each archive is VENDOR.har.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [executablePath, ...vendors] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const vendor of vendors) {
    const page = await browser.newPage();
    await page.route('http://shop.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>shop</title>' }));
    await page.goto('http://shop.test/');
    await page.routeFromHAR(`${vendor}.har`, { notFound: 'abort' });
    const { entries } = JSON.parse(readFileSync(`${vendor}.har`, 'utf8')).log;
    for (const { request, response } of entries.filter(({ request: { method } }) => method === 'GET').slice(0, 5)) {
      const headers = Object.fromEntries(request.headers.map(({ name, value }) => [name, value]));
      const told = await page.evaluate(async ([url, sent]) => {
        const reply = await fetch(url, { headers: sent });
        return [reply.status, await reply.text()];
      }, [request.url, headers]);
      assert.deepEqual(told, [response.status, response.content.text], request.url);
    }
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(`${vendors.length} archives`);
