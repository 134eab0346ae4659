// What was called, newest first, while it is called.

import { h, put } from './dom.js';
import { get, remove } from './api.js';
import { onQuiet } from './live.js';
import { action, asked, attempt, field, form, input, link, offer, outcome, select, table } from './ui.js';
import { microseconds, plural, timeOfDay } from './format.js';
import { operations, vendors, vendorChoice } from './vendors.js';

const most = 100;
const statuses = [['', 'any'], ['2xx', '2xx: done'], ['4xx', '4xx: refused'], ['5xx', '5xx: failed'], ['refused', 'whatever went wrong']];

export async function show({ view, query, signal }) {
  const all = await vendors(signal);
  let question = query;
  const list = h('div');
  const live = h('input', { type: 'checkbox', id: 'live', checked: true });
  const [place, run] = attempt();
  const tell = () => fill(list, question, signal, () => question);
  // The form stays: what is being filled in is not lost.
  const choose = more => {
    const there = link('requests', { ...question, ...more });
    if (there === location.hash) return;
    question = { ...question, ...more };
    history.pushState(null, '', there);
    void run(tell);
  };
  const { vendor, status: wanted, operation, customer, unmatched } = query;
  const of = input('search', customer, { placeholder: 'id', onchange: () => choose({ customer: of.value.trim() }) });
  const strangers = h('input', { type: 'checkbox', id: 'unmatched', checked: unmatched === 'true', onchange: () => choose({ unmatched: strangers.checked ? 'true' : null }) });
  const which = select(operations(all, vendor), operation, name => choose({ operation: name }));
  const chooseVendor = name => {
    offer(which, operations(all, name));
    choose({ vendor: name, operation: null });
  };
  put(view,
    h('h1', { tabindex: '-1' }, 'Requests'),
    form(() => choose({ customer: of.value.trim() }),
      field('Vendor', 'vendor', vendorChoice(all, vendor, chooseVendor, 'any')),
      field('Status', 'status', select(wanted && !statuses.some(([known]) => known === wanted) ? [...statuses, wanted] : statuses, wanted, name => choose({ status: name }))),
      field('Operation', 'operation', which),
      field('Customer', 'customer', of),
      h('div', { class: 'checks' },
        h('span', null, strangers, h('label', { for: 'unmatched' }, 'Only those that no operation has')),
        h('span', null, live, h('label', { for: 'live' }, 'Live')))),
    h('section', { class: 'panel', 'aria-label': 'Requests' }, list,
      h('div', { class: 'row' }, action('Forget all of the session', () => run(async () => {
        await remove('/__admin/requests');
        await tell();
      }), { id: 'forget' }), place)));
  await tell();
  onQuiet(['request'], signal, async () => { if (live.checked) await tell(); }, { pause: 400 });
}

async function fill(list, question, signal, now) {
  const { vendor, status: wanted, operation, customer, unmatched } = question;
  const answer = await get('/__admin/requests', { vendor, operation, customer, unmatched, limit: most, ...(wanted === 'refused' ? { refused: true } : { status: wanted }) }, { signal });
  // Somebody asks for something else by now.
  if (question !== now()) return;
  const total = answer.meta.total;
  const kept = document.activeElement?.id;
  put(list, h('h2', null, total > most ? `The latest ${most} of ${plural(total, 'request')}` : plural(total, 'request')),
    table('Requests, newest first', ['Time', 'Request', 'Status', 'Operation', 'Why', 'Took'], answer.requests.map(entry => [
      timeOfDay(entry.request.loggedDate),
      asked(entry), outcome(entry), h('span', { class: 'long' }, entry.operation ?? '–'), h('span', { class: 'long' }, entry.reason ?? (entry.stub ? 'answered by a stub' : '')), microseconds(entry.elapsedMicroseconds),
    ]), 'None, as far as the session remembers.'));
  if (kept?.startsWith('r-')) document.getElementById(kept)?.focus({ preventScroll: true });
}
