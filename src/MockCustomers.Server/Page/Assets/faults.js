// What goes wrong on purpose: how often it struck, and "fail the next two".

import { h, put } from './dom.js';
import { get, post, remove } from './api.js';
import { onQuiet } from './live.js';
import { action, attempt, field, form, input, link, offer, panel, say, select, table } from './ui.js';
import { number } from './format.js';
import { operations, vendors, vendorChoice } from './vendors.js';

const breaks = [['', 'leave it whole'], ['reset', 'reset it'], ['empty', 'answer nothing'], ['truncate', 'cut the body'], ['garbage', 'send garbage'], ['malformed', 'malformed chunks']];

export async function show({ view, query, signal }) {
  const all = await vendors(signal);
  const list = h('div');
  const [place, run] = attempt();
  const tell = async () => put(list, faults((await get('/__admin/faults', null, { signal })).faults, act));
  const act = (does, said) => run(async () => {
    await does();
    say(said);
    await tell();
  });
  const [times, code, retry, delay] = [
    input('number', '2', { min: 1 }), input('number', '503', { min: 400, max: 599 }), input('number', '', { min: 0 }), input('number', '', { min: 0, step: 'any' })];
  let [vendor, operation, transport] = [query.vendor ?? '', query.operation ?? '', ''];
  const which = select(operations(all, vendor), operation, name => { operation = name; });
  // The form stays: what was filled in is not lost, and what is chosen next is not chosen in a form that goes away.
  const choose = name => {
    [vendor, operation] = [name, ''];
    offer(which, operations(all, vendor));
    history.replaceState(null, '', link('faults', { vendor }));
  };
  const nextTwo = () => ({ vendor: vendor || undefined, operation: operation || undefined, when: { times: 2 }, reply: { code: 503 } });
  const body = () => {
    const fault = { vendor: vendor || undefined, operation: operation || undefined };
    if (times.value) fault.when = { times: Number(times.value) };
    if (code.value && !transport) fault.reply = { code: Number(code.value), ...(retry.value ? { retryAfter: `PT${retry.value}S` } : {}) };
    if (delay.value) fault.delay = `PT${delay.value}S`;
    if (transport) fault.transport = transport;
    return fault;
  };
  put(view,
    h('h1', { tabindex: '-1' }, 'Faults'),
    panel('Let calls fail', form(() => act(() => post('/__admin/faults', body()), 'The fault is there'),
      field('Vendor', 'vendor', vendorChoice(all, vendor, choose, 'any')),
      field('Operation', 'operation', which),
      field('The next so many; empty for all', 'times', times),
      field('Status; empty for the usual answer', 'code', code),
      field('Retry after, seconds', 'retry', retry),
      field('Delay, seconds', 'delay', delay),
      field('The connection', 'transport', select(breaks, '', name => { transport = name; })),
      h('button', { type: 'submit' }, 'Add the fault'),
      action('Fail the next two', () => act(() => post('/__admin/faults', nextTwo()), 'The next two calls fail'), { id: 'next-two', class: 'primary' })), place),
    panel('Faults of the session', list, h('div', { class: 'row' }, action('Remove all', () => act(() => remove('/__admin/faults'), 'All faults are gone'), { id: 'clear' }))));
  await tell();
  onQuiet(['request'], signal, tell, { pause: 400 });
}

function faults(all, act) {
  return table('Faults of the session', ['Fault', 'Which calls', 'When', 'What', 'Struck', ''], all.map(fault => [
    h('code', null, fault.id), [fault.vendor, fault.operation, fault.method, fault.path, fault.customer].filter(Boolean).join(' ') || 'all',
    when(fault.when), what(fault),
    `${number(fault.hit)} of ${number(fault.matched)}`,
    action('Remove', () => act(() => remove(`/__admin/faults/${encodeURIComponent(fault.id)}`), 'The fault is gone'), { 'aria-label': `Remove the fault ${fault.id}`, class: 'small', id: `remove-${fault.id}` }),
  ]), 'None: everything works.');
}

function when(timing) {
  if (!timing) return 'always';
  return [timing.times && (timing.times === 1 ? 'the first' : `the first ${number(timing.times)}`), timing.every && `each ${timing.every}.`, timing.rate && `${timing.rate * 100} of 100`,
    timing.from && `from ${timing.from}`, timing.until && `until ${timing.until}`].filter(Boolean).join(', ');
}

function what(fault) {
  return [fault.reply && `${fault.reply.code}${fault.reply.retryAfter ? `, again after ${fault.reply.retryAfter}` : ''}`,
    fault.delay && `after ${typeof fault.delay === 'string' ? fault.delay : JSON.stringify(fault.delay)}`,
    fault.bytesPerSecond && `${fault.bytesPerSecond} bytes a second`, fault.transport && `connection: ${fault.transport}`].filter(Boolean).join(', ');
}
