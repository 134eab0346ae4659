// Customers of a vendor: found by kind, state, id or e-mail address, and paged through, however many there are.

import { h, put } from './dom.js';
import { get } from './api.js';
import { onQuiet } from './live.js';
import { anchor, field, form, input, link, note, panel, select, state, table } from './ui.js';
import { number, plural, time, words } from './format.js';
import { shares } from './charts.js';
import { vendors, vendorChoice } from './vendors.js';

const size = 25;

export async function show({ view, query, change, signal, refresh }) {
  const all = await vendors(signal);
  const vendor = all.find(one => one.name === query.vendor)?.name ?? all[0].name;
  const page = Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1);
  const { kind, state: wanted, find } = query;
  const [told, found] = await Promise.all([
    get('/__admin/states', { vendor, kind }, { signal }),
    get('/__admin/customers', { vendor, kind, state: wanted, find, offset: find ? null : (page - 1) * size, limit: size }, { signal })]);
  const text = input('search', find, { placeholder: 'whole id or e-mail address' });
  const choose = more => change({ vendor, page: null, ...more });
  put(view,
    h('h1', { tabindex: '-1' }, 'Customers'),
    form(() => choose({ find: text.value.trim() }),
      field('Vendor', 'vendor', vendorChoice(all, vendor, name => choose({ vendor: name, kind: null, state: null, find: null }))),
      field('Kind', 'kind', select([['', 'any'], ...told.kinds.map(name => [name, words(name)])], kind, name => choose({ kind: name, find: null }))),
      field('State', 'state', select([['', 'any'], ...told.states.map(name => [name, words(name)])], wanted, name => choose({ state: name, find: null }))),
      field('Id or e-mail', 'find', text),
      h('button', { type: 'submit', class: 'primary' }, 'Find')),
    stateLinks(vendor, kind, wanted, told),
    panel(`${plural(found.total, 'customer')}${wanted ? ` in the state ${words(wanted)}` : ''}`,
      table('Customers, newest first', ['Name', 'E-mail', 'Kind', 'State', 'Id'], found.customers.map(customer => [
        anchor(customer.name ?? '(shows no name)', `customers/${vendor}/${encodeURIComponent(customer.id)}`),
        h('span', { class: 'long' }, customer.email ?? '–'), words(customer.kind), state(customer.state, told.states), h('code', null, customer.id),
      ]), find ? `Nobody has the id or the e-mail address '${find}'.` : 'There is nobody on this page.'),
      find ? null : pager(page, Math.max(1, Math.ceil(found.total / size)), change, query)),
    note(`As it is at ${time(told.now)}, the time of the session.`));
  // Who is writing into the form is not disturbed.
  onQuiet(['customer', 'clock'], signal, () => view.querySelector('input:focus') ? null : refresh(), { pause: 700, isMeant: event => !event.vendor || event.vendor === vendor });
}

/** How many are in which state: a bar, and a link for each. */
function stateLinks(vendor, kind, wanted, told) {
  const parts = told.states.map(name => ({ name, count: told.customers.filter(stratum => stratum.state === name).reduce((sum, stratum) => sum + stratum.count, 0) }));
  return h('nav', { 'aria-label': 'States', class: 'states' }, shares('Shares of the states', parts), h('ul', { class: 'legend' }, parts.map(part => h('li', null,
    h('a', { href: link('customers', { vendor, kind, state: part.name }), 'aria-current': part.name === wanted ? 'true' : null },
      state(part.name, told.states), ' ', h('span', { class: 'muted' }, number(part.count)))))));
}

function pager(page, last, change, query) {
  const to = (text, label, there, isOff) => isOff ? h('span', { class: 'off', 'aria-hidden': 'true' }, text)
    : h('a', { href: link('customers', { ...query, page: there === 1 ? null : there }), 'aria-label': label, id: `go-${text}` }, text);
  const jump = input('number', page, { min: 1, max: last, 'aria-label': 'Page', id: 'page' });
  return h('nav', { class: 'pager', 'aria-label': 'Pages' },
    to('First', 'First page', 1, page === 1), to('Previous', 'Previous page', page - 1, page === 1),
    form(() => change({ page: Math.min(last, Math.max(1, Number.parseInt(jump.value, 10) || 1)) }),
      h('span', null, 'Page '), jump, h('span', null, ` of ${number(last)}`), h('button', { type: 'submit' }, 'Go')),
    to('Next', 'Next page', page + 1, page >= last), to('Last', 'Last page', last, page >= last));
}
