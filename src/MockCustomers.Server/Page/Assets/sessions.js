// Worlds of their own: opened, looked at, begun anew, closed; and the checkpoints of the one that is looked at.

import { h, put } from './dom.js';
import { get, post, remove, world } from './api.js';
import { action, attempt, code, field, form, input, link, note, panel, say, table } from './ui.js';
import { duration, number, time } from './format.js';

const mostShown = 100;

export async function show({ view, query, signal }) {
  const [list, noted, opened] = [h('div'), h('div'), h('div', { role: 'status' })];
  const [place, run] = attempt();
  const here = world.session ?? 'default';
  let wanted = query.name ?? '';
  const tell = async () => {
    const { sessions } = await get('/__admin/sessions', null, { session: null, signal });
    put(list, all(sessions.filter(session => session.name.includes(wanted)), here, act));
    put(noted, checkpoints((await get(`/__admin/sessions/${encodeURIComponent(here)}/checkpoints`, null, { signal })).checkpoints, here, act));
  };
  const act = (does, said) => run(async () => {
    await does();
    say(said);
    await tell();
  });
  const [name, seed, population, now] = [input('text', '', { maxlength: 64 }), input('text', ''), input('number', '', { min: 0 }), input('text', '', { placeholder: '2026-03-01T00:00:00Z' })];
  const filter = input('search', wanted);
  const narrow = () => {
    wanted = filter.value.trim();
    history.pushState(null, '', link('sessions', { name: wanted }));
    void run(tell);
  };
  const body = () => Object.fromEntries(Object.entries({ name: name.value.trim(), seed: seed.value, population: population.value === '' ? '' : Number(population.value), now: now.value.trim() }).filter(([, said]) => said !== ''));
  put(view,
    h('h1', { tabindex: '-1' }, 'Sessions'),
    panel('Open one', form(() => act(async () => {
      const session = await post('/__admin/sessions', body(), { session: null });
      put(opened, h('p', null, 'Opened ', h('a', { href: link('overview', null, session.name) }, session.name), '. Its keys work there alone:'),
        code(Object.entries(session.vendors).map(([vendor, access]) => `${vendor}  ${access.header}: ${access.value}`).join('\n'), `The keys of the session ${session.name}`));
    }, 'The session is open'),
    field('Name; empty for any', 'name', name), field('Seed', 'seed', seed), field('Customers a vendor', 'population', population), field('Its date', 'now', now),
    h('button', { type: 'submit', class: 'primary' }, 'Open')), place, opened),
    panel(`Checkpoints of ${here}`, noted, h('div', { class: 'row' }, action('Note one now', () => act(() => post(`/__admin/sessions/${encodeURIComponent(here)}/checkpoints`), 'The checkpoint is noted'), { id: 'note', class: 'primary' }))),
    panel('All sessions', form(narrow, field('Whose name has', 'filter', filter), h('button', { type: 'submit' }, 'Show')), list));
  await tell();
}

function all(sessions, here, act) {
  const shown = sessions.sort((one, other) => one.idleSeconds - other.idleSeconds).slice(0, mostShown);
  return [table('Sessions, those in use first', ['Session', 'Clock', 'Requests', 'Writes', 'Faults', 'Used', ''], shown.map(session => {
    const path = `/__admin/sessions/${encodeURIComponent(session.name)}`;
    return [
      h('a', { href: link('overview', null, session.name === 'default' ? null : session.name), 'aria-current': session.name === here ? 'true' : null }, session.name),
      `${time(session.now)}${session.frozen ? '' : `, runs × ${number(session.rate)}`}`, number(session.requests),
      number(Object.values(session.writes).reduce((sum, count) => sum + count, 0)), number(session.faults), `${duration(session.idleSeconds)} ago`,
      h('div', { class: 'row' },
        action('Reset', () => act(() => post(`${path}/reset`), `${session.name} begins anew`), { class: 'small', 'aria-label': `Reset ${session.name}`, id: `reset-${session.name}` }),
        session.name === 'default' ? null : action('Close', () => act(async () => {
          await remove(path);
          if (session.name === here) location.hash = link('sessions', null, null);
        }, `${session.name} is closed`), { class: 'small', 'aria-label': `Close ${session.name}`, id: `close-${session.name}` })),
    ];
  }), 'None.'), sessions.length > mostShown ? note(`${number(sessions.length)} in all; those that were used last are shown.`) : null];
}

function checkpoints(all, here, act) {
  return table('Checkpoints', ['Checkpoint', 'Clock', ''], all.map(({ checkpoint, now }) => [checkpoint, time(now),
    action('Go back', () => act(() => post(`/__admin/sessions/${encodeURIComponent(here)}/rollback`, { checkpoint }), `Back at checkpoint ${checkpoint}`), { class: 'small', 'aria-label': `Go back to checkpoint ${checkpoint}`, id: `back-${checkpoint}` }),
  ]), 'None: what is written from here on cannot be taken back but by a reset.');
}
