// One customer: as the vendor sends it, what made each field, its way through its states, and the moves that are legal now.

import { h, put } from './dom.js';
import { get, post } from './api.js';
import { happened, onEvent, onQuiet } from './live.js';
import { action, anchor, attempt, copy, facts, note, panel, say, state, status, table, value } from './ui.js';
import { distance, time, words } from './format.js';
import { course } from './charts.js';

export async function show({ view, rest: [vendor, id], signal, refresh }) {
  const path = `/__admin/customers/${encodeURIComponent(id)}`;
  const [card, timeline, explained, told] = await Promise.all([
    get(path, { vendor }, { signal }), get(`${path}/timeline`, { vendor }, { signal }),
    get('/__admin/explain', { vendor, id }, { signal }), get('/__admin/states', { vendor }, { signal })]);
  const events = h('div');
  put(view,
    h('p', { class: 'crumbs' }, anchor('Customers', 'customers', { vendor })),
    h('h1', { tabindex: '-1' }, card.name ?? card.id),
    facts([['State', state(card.state, told.states)], ['Kind', words(card.kind)], ['Id', value(card.id, 'the id')], ['E-mail', card.email], ['Created', time(card.created)],
      ['Calls', anchor('those that name this customer', 'requests', { customer: card.id })]]),
    moves(vendor, path, timeline, told.states, refresh),
    panel('What happened', events),
    panel('As the vendor sends it', h('div', { class: 'row' }, copy(JSON.stringify(card.customer, null, 2), 'the customer as JSON'), note('Beside each field: what made it.')), explainedJson(card.customer, explained.fields)));
  const tell = () => put(events, happenings(card.id));
  tell();
  onEvent(['customer', 'webhook'], signal, tell);
  onQuiet(['customer', 'clock'], signal, refresh, { isMeant: event => event.type === 'clock' || event.id === card.id });
}

function moves(vendor, path, timeline, states, refresh) {
  const [place, run] = attempt();
  const move = to => action(words(to), () => run(async () => {
    const moved = await post(`${path}/moves`, { vendor, to });
    say(`Moved from ${words(moved.from)} to ${words(moved.state)}`);
    await refresh();
  }), { id: `move-${to}`, class: 'primary' });
  return panel('Its way',
    course(timeline.states, timeline.now, states),
    h('ol', { class: 'steps' }, timeline.states.map(step => h('li', { class: step.toCome ? 'to-come' : null },
      state(step.state, states), h('span', { class: 'muted' }, ` ${time(step.at)}, ${distance(step.at, timeline.now)}`)))),
    h('div', { class: 'row', role: 'group', 'aria-label': 'Move it to' },
      timeline.legal.length === 0 ? note('From this state no move is legal.') : h('span', null, 'Move it to'), timeline.legal.map(move)),
    place);
}

/** What became of the customer, and which webhooks told of it, newest first. */
function happenings(id) {
  const rows = happened.filter(event => (event.type === 'customer' && event.id === id) || (event.type === 'webhook' && event.customer === id)).reverse().slice(0, 20);
  return table('What happened to the customer', ['When', 'What', 'How'], rows.map(event => [time(event.at), ...(event.type === 'customer'
    ? [`Customer ${event.change}`, event.from && event.from !== event.to ? `${words(event.from)} → ${words(event.to)}` : words(event.to)]
    : [anchor(`Webhook ${event.name}`, 'webhooks'), event.status ? status(event.status) : event.error ?? 'sent'])]),
  'Nothing since the session began. Moves and webhooks are shown here as they happen.');
}

/** The customer as indented JSON, a line a row, with what made each field beside it. */
function explainedJson(customer, fields) {
  const origins = new Map(fields.map(field => [field.field, field]));
  const rows = [...lines(customer, '', 0, '')];
  const absent = fields.filter(field => field.absent);
  return [
    h('div', { class: 'explained', role: 'region', tabindex: '0', 'aria-label': 'The customer as JSON, with what made each field' }, rows.map(row => h('div', { class: 'line' },
      h('code', null, ' '.repeat(row.depth * 2), row.name && h('span', { class: 'key' }, `${JSON.stringify(row.name)}: `), h('span', { class: row.kind }, row.text)),
      origin(origins.get(row.pointer), row.isClosing)))),
    absent.length === 0 ? null : h('details', null, h('summary', null, `${absent.length} fields that it does not have`),
      h('dl', { class: 'facts' }, absent.map(field => h('div', null, h('dt', null, h('code', null, field.field)), h('dd', null, field.madeBy))))),
  ];
}

const origin = (field, isClosing) => isClosing || !field ? h('span') : h('span', { class: 'origin', title: [field.where, field.stream].filter(Boolean).join(', ') || null }, field.madeBy);

function* lines(node, pointer, depth, comma, name) {
  if (node === null || typeof node !== 'object') {
    yield { pointer, depth, name, text: JSON.stringify(node) + comma, kind: node === null ? 'null' : typeof node };
    return;
  }
  const isList = Array.isArray(node);
  const entries = Object.entries(node);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    yield { pointer, depth, name, text: open + close + comma, kind: 'bracket' };
    return;
  }
  yield { pointer, depth, name, text: open, kind: 'bracket' };
  for (const [i, [key, value]] of entries.entries())
    yield* lines(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1, i < entries.length - 1 ? ',' : '', isList ? undefined : key);
  yield { pointer, depth, text: close + comma, kind: 'bracket', isClosing: true };
}
