// The first view: what is served and where, what was refused lately, how much goes on.

import { h, put } from './dom.js';
import { get, world } from './api.js';
import { happened, onQuiet } from './live.js';
import { anchor, asked, attempt, code, copy, facts, link, note, outcome, panel, pill, table, value } from './ui.js';
import { duration, number, plural, time, timeOfDay } from './format.js';
import { latency, requestsASecond, shares, statesOverTime } from './charts.js';
import { vendors, vendorChoice } from './vendors.js';

export async function show({ view, query, signal }) {
  const [all, curls, health, fingerprint, references] = await Promise.all([
    vendors(signal), get('/__admin/curls', null, { signal }), get('/health/ready', null, { signal }), get('/__admin/fingerprint', null, { signal }), get('/docs', null, { signal })]);
  const states = await Promise.all(all.map(vendor => get('/__admin/states', { vendor: vendor.name }, { signal })));
  const [refusals, charts, others] = [h('div'), h('div', { class: 'columns' }), h('div')];
  const drawn = all.find(vendor => vendor.name === query.vendor) ?? all[0];
  put(view,
    h('h1', { tabindex: '-1' }, 'Overview'),
    summary(health, fingerprint),
    panel('Refused lately', refusals),
    panel('Vendors', all.map((vendor, i) => card(vendor, states[i], curls[vendor.name], references))),
    charts,
    await statesPanel(all, drawn, signal),
    panel('Other sessions', others));
  await tellRefusals(refusals, signal);
  await tellSessions(others, signal);
  drawCharts(charts);
  onQuiet(['request'], signal, async () => {
    drawCharts(charts);
    await tellRefusals(refusals, signal);
  }, { pause: 500 });
  const redraw = setInterval(() => drawCharts(charts), 1000);
  signal.addEventListener('abort', () => clearInterval(redraw));
}

function summary(health, fingerprint) {
  const reload = health.reload && !health.reload.isGood ? note('Changed files are not served: ', JSON.stringify(health.reload)) : null;
  return h('div', { class: 'summary' }, facts([
    ['Health', pill(health.status, health.status === 'ready' ? 'good' : 'broken')],
    ['Control port', value(location.origin, 'the address of the control port')],
    ['Fingerprint', h('span', { class: 'value' }, h('code', { title: fingerprint.fingerprint }, fingerprint.fingerprint.slice(0, 12)), copy(fingerprint.fingerprint, 'the fingerprint'))],
  ]), reload);
}

/** One vendor: where it is, how it is called, who is there. Not every build has API references. */
function card(vendor, states, curls, references) {
  const reference = references.find(page => decodeURIComponent(page.path) === `/docs/${vendor.name}`);
  const parts = states.states.map(name => ({ name, count: states.customers.filter(stratum => stratum.state === name).reduce((sum, stratum) => sum + stratum.count, 0) }));
  const first = curls.find(line => !line.includes(' -X ')) ?? curls[0];
  return h('section', { class: 'vendor', 'aria-label': vendor.title },
    h('div', null, h('h3', null, h('a', { href: link('customers', { vendor: vendor.name }) }, vendor.title)),
      note(plural(vendor.population, 'customer')),
      shares(`States of ${vendor.title}: ${parts.map(part => `${part.name} ${number(part.count)}`).join(', ')}`, parts)),
    h('div', null,
      facts([
        ['Base URL', value(vendor.baseUrl, `the base URL of ${vendor.title}`)],
        [vendor.auth.header, value(vendor.auth.value, `the credential of ${vendor.title}`)],
        ['curl', value(first, `a curl for ${vendor.title}`)],
      ]),
      reference && h('a', { class: 'reference', href: reference.path, 'aria-label': `API reference of ${vendor.title}` }, 'API reference'),
      h('details', null, h('summary', null, `All ${plural(vendor.operations.length, 'operation')}`), curls.map((line, i) => h('div', null,
        h('h4', null, vendor.operations[i]?.id), code(line, `A curl for ${vendor.operations[i]?.id} of ${vendor.title}`))))));
}

async function tellRefusals(place, signal) {
  const latest = (await get('/__admin/requests', { refused: true, limit: 5 }, { signal })).requests;
  const isAny = happened.some(event => event.type === 'request');
  put(place, table('The latest requests that were refused', ['Request', 'Status', 'Why', 'When'], latest.map(entry => [
    asked(entry), outcome(entry), h('span', { class: 'long' }, entry.reason ?? 'a stub of yours answered'),
    timeOfDay(entry.request.loggedDate),
  ]), isAny ? 'Nothing that this session still remembers was refused.' : 'Nobody has called a vendor in this session yet. A request belongs to the session that its key or its header X-Sandbox-Session names.'));
}

function drawCharts(place) {
  const requests = happened.filter(event => event.type === 'request');
  put(place, panel('Requests a second', requestsASecond(requests, Date.now())), panel('Latency', latency(requests)));
}

async function statesPanel(all, first, signal) {
  let vendor = first.name;
  const drawing = h('div');
  const [place, run] = attempt();
  const draw = async () => {
    const chosen = vendor;
    const told = await get('/__admin/states', { vendor: chosen, points: 60 }, { signal });
    if (chosen !== vendor) return;
    const isStill = told.over.every(moment => JSON.stringify(moment.counts) === JSON.stringify(told.over[0].counts));
    put(drawing, statesOverTime(told.states, told.over, told.now), isStill ? note('Of this vendor nobody moves by the clock alone.') : null);
  };
  const choice = vendorChoice(all, vendor, name => {
    vendor = name;
    history.replaceState(null, '', link('overview', { vendor }));
    void run(draw);
  });
  choice.setAttribute('aria-label', 'Vendor');
  choice.id = 'drawn';
  await draw();
  return panel('States over time', h('div', { class: 'row' }, choice, anchor('Move the clock', 'clock')), place, drawing);
}

async function tellSessions(place, signal) {
  const { sessions } = await get('/__admin/sessions', null, { session: null, signal });
  const others = sessions.filter(session => session.name !== (world.session ?? 'default')).sort((one, other) => one.idleSeconds - other.idleSeconds).slice(0, 5);
  put(place, table('Other sessions, those in use first', ['Session', 'Requests', 'Clock', 'Used'], others.map(session => [
    h('a', { href: link('overview', null, session.name === 'default' ? null : session.name) }, session.name),
    number(session.requests), time(session.now), `${duration(session.idleSeconds)} ago`,
  ]), 'There are none: everybody is in this one.'));
}
