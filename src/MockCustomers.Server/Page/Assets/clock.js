// The clock of the session: what it says, moving it, and who moved with it.

import { h, put } from './dom.js';
import { get, post } from './api.js';
import { happened, onEvent, onQuiet } from './live.js';
import { action, anchor, attempt, field, form, input, note, panel, pill, table } from './ui.js';
import { number, plural, time, words } from './format.js';

const steps = [['PT1H', '+ 1 hour'], ['P1D', '+ 1 day'], ['P3D', '+ 3 days'], ['P1M', '+ 1 month'], ['P1Y', '+ 1 year']];

export async function show({ view, signal }) {
  const [face, moved, told] = [h('div', { class: 'face' }), h('p', { role: 'status' }), h('div')];
  const [place, run] = attempt();
  const tell = async () => put(face, dial(await get('/__admin/clock', null, { signal })));
  const change = body => run(async () => {
    const clock = await post('/__admin/clock', body);
    const text = `It is ${time(clock.now)}. ${plural(clock.moves, 'customer')} moved to another state.`;
    put(moved, text);
    put(face, dial(clock));
  });
  const [period, when, rate] = [input('text', 'P10D', { required: true }), input('text', '', { placeholder: '2026-06-01T09:00:00Z', required: true }), input('number', '3600', { min: '0.001', max: '1000000', step: 'any', required: true })];
  put(view,
    h('h1', { tabindex: '-1' }, 'Clock'),
    h('section', { class: 'panel', 'aria-label': 'The clock' }, face,
      h('div', { class: 'row', role: 'group', 'aria-label': 'Advance' }, steps.map(([by, text]) => action(text, () => change({ advance: by }), { id: `advance-${by}`, class: 'primary' }))),
      h('div', { class: 'row', role: 'group', 'aria-label': 'Pace' },
        action('Freeze', () => change({ freeze: true }), { id: 'freeze' }), action('Let it run', () => change({ freeze: false }), { id: 'run' })),
      place, moved),
    h('div', { class: 'columns' },
      panel('By a period', form(() => change({ advance: period.value.trim() }), field('ISO 8601', 'period', period), h('button', { type: 'submit' }, 'Advance'))),
      panel('To a time', form(() => change({ set: when.value.trim() }), field('RFC 3339, not before now', 'when', when), h('button', { type: 'submit' }, 'Set'))),
      panel('Faster', form(() => change({ rate: Number(rate.value) }), field('Seconds for each real one', 'rate', rate), h('button', { type: 'submit' }, 'Run')))),
    note('It goes forward only; resetting the session takes it back where it began (', anchor('sessions', 'sessions'), ').'),
    panel('What moved', told));
  const list = () => put(told, happenings());
  await tell();
  list();
  onEvent(['clock', 'customer'], signal, list);
  onQuiet(['clock'], signal, tell);
  const beat = setInterval(() => { if (face.dataset.runs) void run(tell); }, 1000);
  signal.addEventListener('abort', () => clearInterval(beat));

  function dial(clock) {
    if (clock.frozen) delete face.dataset.runs;
    else face.dataset.runs = 'true';
    return [h('time', { class: 'now', datetime: clock.now }, time(clock.now)), h('span', { class: 'muted' }, ' UTC '), pill(clock.frozen ? 'frozen' : `runs × ${number(clock.rate)}`, clock.frozen ? 'dull' : 'good')];
  }
}

function happenings() {
  const rows = happened.filter(event => event.type === 'clock' || (event.type === 'customer' && event.change === 'moved')).reverse().slice(0, 50);
  return table('What moved, newest first', ['When', 'What', 'From', 'To'], rows.map(event => event.type === 'clock'
    ? [time(event.at), `Clock: ${event.cause}`, time(event.from), time(event.at)]
    : [time(event.at), anchor(`${event.vendor}: ${event.id}`, `customers/${event.vendor}/${encodeURIComponent(event.id)}`), words(event.from ?? ''), words(event.to)]),
  'Nothing yet. Of the population those who are watched are named here; of customers that were written, all.');
}
