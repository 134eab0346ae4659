// One request: why it was refused first, then what was sent; as a curl, and sent again.

import { h, put } from './dom.js';
import { get, post } from './api.js';
import { action, anchor, attempt, code, facts, note, outcome, panel, pill, say, status, table } from './ui.js';
import { microseconds, pretty, time, timeOfDay } from './format.js';

export async function show({ view, rest: [id], signal }) {
  const path = `/__admin/requests/${encodeURIComponent(id)}`;
  const entry = await get(path, null, { signal });
  const { request } = entry;
  put(view,
    h('p', { class: 'crumbs' }, anchor('Requests', 'requests')),
    h('h1', { tabindex: '-1' }, h('span', { class: 'mono' }, `${request.method} ${request.url}`), ' ', outcome(entry)),
    entry.reason || entry.violations.length > 0 ? why(entry) : null,
    facts([
      ['Vendor', entry.vendor], ['Operation', entry.operation ?? 'none has this path and method'],
      ['Customer', entry.customer && anchor(entry.customer, `customers/${entry.vendor}/${encodeURIComponent(entry.customer)}`)],
      ['When', `${timeOfDay(request.loggedDate)}, in the session ${time(entry.sandboxTime)}`], ['Took', microseconds(entry.elapsedMicroseconds)],
      ['Fault of yours', entry.injected && anchor(entry.injected, 'faults')], ['Stub', entry.stub && anchor(entry.stub, 'stubs', { vendor: entry.vendor })],
    ]),
    await again(path, signal),
    panel('What was sent', headers('Headers of the request', request.headers), body(request)));
}

/** What was expected, what was seen, and where. */
function why(entry) {
  return h('section', { class: 'panel why' }, h('h2', null, entry.status >= 400 ? 'Why it was refused' : 'What was done to it'),
    h('p', { class: 'reason' }, entry.reason),
    entry.violations.length === 0 ? null : table('What was wrong', ['Where', 'Expected', 'Seen'], entry.violations.map(violation => [
      h('code', null, violation.pointer || '–'), h('span', { class: 'long' }, violation.expected), violation.seen === null ? note('nothing') : h('code', null, violation.seen)])),
    entry.fault ? note('The kind of refusal: ', pill(entry.fault), entry.detail ? ` ${entry.detail}` : '') : null);
}

async function again(path, signal) {
  const reply = h('div', { 'aria-live': 'polite' });
  const [place, run] = attempt();
  let line = null;
  await run(async () => { line = await get(`${path}/curl`, null, { signal }); });
  const resend = action('Send it again', () => run(async () => {
    const answer = await post(`${path}/replay`, {});
    say(`Answered ${answer.status}`);
    put(reply, h('h3', null, 'Answered ', status(answer.status)),
      answer.isBroken ? note('A fault of yours breaks the connection of a client here.') : null,
      answer.delayMilliseconds > 0 ? note(`A client waits ${answer.delayMilliseconds} ms for it.`) : null,
      headers('Headers of the reply', answer.headers),
      answer.body ? code(pretty(answer.body), 'Body of the reply') : note('No body.'));
  }), { id: 'replay', class: 'primary' });
  return panel('Once more', line && code(line.curl, 'The request as a curl'),
    line?.ownCredential ? note('Credentials are not kept: the sandbox’s own stands in place of the one that was sent.') : null,
    h('div', { class: 'row' }, resend), place, reply);
}

const headers = (caption, all) => table(caption, ['Header', 'Value'],
  Object.entries(all).map(([name, value]) => [h('code', null, name), h('code', null, Array.isArray(value) ? value.join(', ') : value)]), 'No headers.');

function body(request) {
  if (request.body === '') return note('No body.');
  return [code(pretty(request.body), 'Body of the request'), request.bodyTruncated ? note('There was more of it than is kept.') : null];
}
