// Customers of a vendor: found by kind, state, id or e-mail address, and paged through, however many there are.

import { byId, h, put } from './dom.js';
import { get } from './api.js';
import { onQuiet } from './live.js';
import { anchor, attempt, field, form, input, link, note, offer, panel, select, state, table } from './ui.js';
import { number, plural, time, words } from './format.js';
import { shares } from './charts.js';
import { vendors, vendorChoice } from './vendors.js';

const size = 25;

const any = ['', 'any'];

const named = names => [any, ...names.map(name => [name, words(name)])];

export async function show({ view, query, change, signal }) {
  const all = await vendors(signal);
  let asked = { ...query, vendor: all.find(one => one.name === query.vendor)?.name ?? all[0].name };
  let offered = null;
  const list = h('div');
  const [place, run] = attempt();
  const text = input('search', asked.find, { placeholder: 'whole id or e-mail address' });
  const kinds = select([any], '', name => choose({ kind: name, find: null }));
  const states = select([any], '', name => choose({ state: name, find: null }));
  const tell = async () => {
    const mine = asked;
    const { told, found } = await read(mine, signal);
    // Somebody asks for something else by now.
    if (mine !== asked) return;
    if (offered !== mine.vendor) {
      offer(kinds, named(told.kinds), mine.kind);
      offer(states, named(told.states), mine.state);
      offered = mine.vendor;
    }
    const kept = list.contains(document.activeElement) ? document.activeElement.id : null;
    put(list, shown(mine, told, found, change));
    list.removeAttribute('inert');
    if (kept) byId(kept)?.focus({ preventScroll: true });
  };
  // The form stays: what is being filled in is not lost. What was asked for before is not to be pressed any more.
  function choose(more) {
    const next = { ...asked, page: null, ...more };
    const there = link('customers', next);
    if (there === location.hash) return;
    if (asked.find && !next.find) text.value = '';
    asked = next;
    history.pushState(null, '', there);
    list.setAttribute('inert', '');
    void run(tell);
  }
  function chooseVendor(name) {
    offered = null;
    offer(kinds, [any]);
    offer(states, [any]);
    choose({ vendor: name, kind: null, state: null, find: null });
  }
  put(view,
    h('h1', { tabindex: '-1' }, 'Customers'),
    form(() => choose({ find: text.value.trim() }),
      field('Vendor', 'vendor', vendorChoice(all, asked.vendor, chooseVendor)),
      field('Kind', 'kind', kinds),
      field('State', 'state', states),
      field('Id or e-mail', 'find', text),
      h('button', { type: 'submit', class: 'primary' }, 'Find')),
    place, list);
  await tell();
  // Who is writing the number of a page is not disturbed.
  onQuiet(['customer', 'clock'], signal, () => list.querySelector('input:focus') ? null : tell(), { pause: 700, isMeant: event => !event.vendor || event.vendor === asked.vendor });
}

const pageOf = asked => Math.max(1, Number.parseInt(asked.page ?? '1', 10) || 1);

async function read({ vendor, kind, state: wanted, find, page }, signal) {
  const [told, found] = await Promise.all([
    get('/__admin/states', { vendor, kind }, { signal }),
    get('/__admin/customers', { vendor, kind, state: wanted, find, offset: find ? null : (pageOf({ page }) - 1) * size, limit: size }, { signal })]);
  return { told, found };
}

/** What was found, and who else there is. */
function shown(asked, told, found, change) {
  const { vendor, kind, state: wanted, find } = asked;
  return [
    stateLinks(vendor, kind, wanted, told),
    panel(`${plural(found.total, 'customer')}${wanted ? ` in the state ${words(wanted)}` : ''}`,
      table('Customers, newest first', ['Name', 'E-mail', 'Kind', 'State', 'Id'], found.customers.map(customer => [
        anchor(customer.name ?? '(shows no name)', `customers/${vendor}/${encodeURIComponent(customer.id)}`),
        h('span', { class: 'long' }, customer.email ?? '–'), words(customer.kind), state(customer.state, told.states), h('code', null, customer.id),
      ]), find ? `Nobody has the id or the e-mail address '${find}'.` : 'There is nobody on this page.'),
      find ? null : pager(pageOf(asked), Math.max(1, Math.ceil(found.total / size)), change, asked)),
    note(`As it is at ${time(told.now)}, the time of the session.`)];
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
