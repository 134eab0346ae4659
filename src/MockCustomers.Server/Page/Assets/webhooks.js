// Who is told of customers by webhooks, what was sent, and sending it again.

import { h, put } from './dom.js';
import { get, post, remove } from './api.js';
import { onQuiet } from './live.js';
import { action, anchor, attempt, code, field, form, input, link, note, panel, say, status, table, value } from './ui.js';
import { number, plural, pretty, time } from './format.js';
import { vendors, vendorChoice } from './vendors.js';

const mostShown = 50;

export async function show({ view, query, signal }) {
  const all = await vendors(signal);
  let vendor = all.find(one => one.name === query.vendor)?.name ?? all[0].name;
  const [list, secret] = [h('div'), h('div', { role: 'status' })];
  const [place, run] = attempt();
  const url = input('url', 'http://127.0.0.1:9000/hook', { required: true });
  const tell = async () => {
    const { webhooks } = await get('/__admin/webhooks', null, { signal });
    const sent = await Promise.all(webhooks.map(webhook => get(`/__admin/webhooks/${webhook.id}/attempts`, null, { signal })));
    const isOpen = [...list.querySelectorAll('details[open]')].map(details => details.id);
    put(list, webhooks.length === 0 ? panel('Webhooks of the session', note('Nobody is told of anything yet.')) : webhooks.map((webhook, i) => card(webhook, sent[i], act)));
    for (const id of isOpen) document.getElementById(id)?.setAttribute('open', '');
  };
  const act = (does, said) => run(async () => {
    const came = await does();
    say(said);
    await tell();
    return came;
  });
  // The form stays: its address is not lost, and whoever adds at once adds to the vendor that is chosen.
  const choose = name => {
    vendor = name;
    history.replaceState(null, '', link('webhooks', { vendor }));
  };
  put(view,
    h('h1', { tabindex: '-1' }, 'Webhooks'),
    panel('Tell somebody', form(() => act(async () => {
      const added = await post('/__admin/webhooks', { vendor, url: url.value.trim() });
      put(secret, note('Signed with ', value(added.secret, 'the secret'), ', which is not shown again.'));
    }, 'The webhook is there'),
    field('Vendor', 'vendor', vendorChoice(all, vendor, choose)),
    field('Address', 'url', url),
    h('button', { type: 'submit', class: 'primary' }, 'Add')), place, secret,
    note('Who has no receiver yet: ', h('code', null, 'mockcustomers listen --port 9000'))),
    list);
  await tell();
  onQuiet(['webhook'], signal, tell);
}

function card(webhook, sent, act) {
  const path = `/__admin/webhooks/${webhook.id}`;
  const latest = [...sent.attempts].reverse().slice(0, mostShown);
  return h('section', { class: 'panel', 'aria-label': `Webhook ${webhook.id}` },
    h('h2', null, `${webhook.vendor} → `, h('span', { class: 'mono' }, webhook.url)),
    note(`${webhook.events.join(', ')}; signed by ${webhook.signature}${webhook.enabled ? '' : '; off until its vendor’s client enables it'}. ${plural(sent.total, 'attempt')}, ${number(sent.waiting)} waiting, ${number(sent.dropped)} dropped.`),
    table(`Attempts of the webhook ${webhook.id}, newest first`, ['Attempt', 'When', 'Event', 'Customer', 'Answer', 'Sent', ''], latest.map(attempt => [
      `${attempt.attempt}${attempt.try > 1 ? `, try ${attempt.try}` : ''}${attempt.replayOf ? `, again ${attempt.replayOf}` : ''}`,
      time(attempt.at), h('span', { class: 'long' }, attempt.event),
      anchor(attempt.customer, `customers/${webhook.vendor}/${encodeURIComponent(attempt.customer)}`, null, { class: 'mono' }),
      h('span', null, attempt.response ? status(attempt.response.status) : null, h('span', { class: 'long' }, attempt.error ? ` ${attempt.error}` : ''), attempt.next ? note(`again at ${time(attempt.next)}, by the `, anchor('clock', 'clock')) : null),
      details(webhook, attempt),
      action('Replay', () => act(() => post(`${path}/attempts/${attempt.attempt}/replay`, {}), 'Sent again'), { class: 'small', 'aria-label': `Replay attempt ${attempt.attempt}`, id: `replay-${webhook.id}-${attempt.attempt}` }),
    ]), 'Nothing was sent yet: create or move a customer.'),
    h('div', { class: 'row' }, action('Remove', () => act(() => remove(path), 'The webhook is gone'), { 'aria-label': `Remove the webhook ${webhook.id}`, id: `remove-${webhook.id}` })));
}

const details = (webhook, attempt) => h('details', { id: `d-${webhook.id}-${attempt.attempt}` }, h('summary', null, 'What'),
  code(Object.entries(attempt.request.headers).map(([name, said]) => `${name}: ${said}`).join('\n') + '\n\n' + pretty(attempt.request.body), `What attempt ${attempt.attempt} sent`),
  attempt.response?.body ? code(attempt.response.body, `What attempt ${attempt.attempt} was answered`) : null);
