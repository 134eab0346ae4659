// The frame around the views: which one is shown, of which session, and what happens when that changes.

import { h, put, byId } from './dom.js';
import { get, world } from './api.js';
import { begin, onEvent } from './live.js';
import { link, problem, say } from './ui.js';
import { number, time } from './format.js';

const mostSessions = 200;

const views = [
  ['overview', 'Overview'],
  ['customers', 'Customers'],
  ['requests', 'Requests'],
  ['clock', 'Clock'],
  ['faults', 'Faults'],
  ['webhooks', 'Webhooks'],
  ['stubs', 'Stubs'],
  ['sessions', 'Sessions'],
];

/** Views of one thing stand in the same place as the list of such things. */
const inside = { customers: 'customer', requests: 'request' };

let shown = { path: null, leaving: new AbortController() };

/** What the address asks for: #/customers/align/123?session=test-1. */
function asked() {
  const [path, search] = (location.hash.slice(2) || 'overview').split('?');
  const [name, ...rest] = path.split('/').map(decodeURIComponent);
  return { path, name, rest, query: Object.fromEntries(new URLSearchParams(search ?? '')) };
}

/** Goes to another state of the same view. What is left out or empty is as by itself. */
function change(more) {
  const { path, query } = asked();
  location.hash = link(path, { ...query, ...more });
}

async function show() {
  const { path, name, rest, query } = asked();
  const session = query.session ?? null;
  shown.leaving.abort();
  const leaving = new AbortController();
  const isMove = shown.path !== null && shown.path !== path;
  const isRepeat = shown.path === path;
  shown = { path, leaving };
  if (session !== world.session || !world.isRead) enter(session);
  mark(name);
  const main = byId('main');
  const kept = isRepeat ? document.activeElement?.id : null;
  const view = h('div', { class: `view ${rest.length > 0 ? inside[name] ?? name : name}` });
  try {
    const known = views.find(([known]) => known === name);
    if (!known) throw new Error(`There is no view '${name}'.`);
    const module = await import(`./${rest.length > 0 && inside[name] ? inside[name] : name}.js`);
    await module.show({ view, rest, query, change, signal: leaving.signal, refresh: () => show() });
  } catch (error) {
    if (leaving.signal.aborted) return;
    put(view, h('h1', { tabindex: '-1' }, 'Not to be shown'), problem(error));
  }
  if (leaving.signal.aborted) return;
  put(main, view);
  const title = view.querySelector('h1');
  document.title = `${title?.textContent ?? name} – MockCustomers`;
  if (isMove) {
    title?.focus({ preventScroll: true });
    scrollTo(0, 0);
    say(title?.textContent ?? '');
  } else if (kept) byId(kept)?.focus({ preventScroll: true });
}

function mark(name) {
  put(byId('views'), views.map(([view, title]) => h('a', { href: link(view), id: `to-${view}`, 'aria-current': view === name ? 'page' : null }, title)));
  byId('brand').setAttribute('href', link('overview'));
}

/** Begins to look at a session. */
function enter(session) {
  world.session = session;
  world.isRead = true;
  begin(isThere => document.body.classList.toggle('cut', !isThere));
  void tick();
  void choices();
}

/** The clock of the session, at the top of every view. */
async function tick() {
  try {
    const clock = await get('/__admin/clock');
    put(byId('clock'), h('span', { class: 'muted' }, clock.frozen ? 'frozen at' : `runs × ${number(clock.rate)}`), ' ', h('time', { datetime: clock.now }, time(clock.now)));
  } catch (error) {
    put(byId('clock'), h('span', { class: 'error' }, error.message));
  }
}

/** The sessions that there are, those in use first. */
async function choices() {
  const chosen = world.session ?? 'default';
  const sessions = await get('/__admin/sessions', null, { session: null }).then(answer => answer.sessions, () => []);
  const names = sessions.sort((one, other) => one.idleSeconds - other.idleSeconds).slice(0, mostSessions).map(session => session.name).filter(name => name !== 'default');
  if (!names.includes(chosen) && chosen !== 'default') names.unshift(chosen);
  put(byId('session'), ['default', ...names].map(name => h('option', { selected: name === chosen }, name)));
}

byId('session').addEventListener('focus', () => void choices());
byId('session').addEventListener('change', event => {
  const { path, query } = asked();
  location.hash = link(path, query, event.target.value === 'default' ? null : event.target.value);
});
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  byId('main').focus();
});
addEventListener('hashchange', () => void show());
onEvent(['clock'], new AbortController().signal, () => void tick());
// A clock that runs is read again; one that stands still tells when it is moved.
setInterval(() => { if (!document.hidden && byId('clock').textContent.startsWith('runs')) void tick(); }, 1000);
void show();
