// Small charts: shapes in SVG, words beside them in HTML, and the numbers as a table for those who do not look.

import { h, s } from './dom.js';
import { number, time, words, kindOfStatus } from './format.js';

const [width, height] = [600, 120];

const picture = (label, ...shapes) => s('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, shapes);

const dot = index => h('span', { class: `dot c${index % 10}`, 'aria-hidden': 'true' });

const ends = (from, to) => h('div', { class: 'ends' }, h('span', null, from), h('span', null, to));

/** Shares of a whole in one bar. */
export function shares(label, parts) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let x = 0;
  const bars = total === 0 ? [] : parts.map((part, i) => {
    const wide = part.count / total * width;
    const bar = s('rect', { class: `c${i % 10}`, x: x.toFixed(2), y: 0, width: wide.toFixed(2), height: 12 }, s('title', null, `${words(part.name)}: ${number(part.count)}`));
    x += wide;
    return bar;
  });
  return s('svg', { class: 'shares', viewBox: `0 0 ${width} 12`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label }, bars);
}

/** How many customers are in which state over time: areas upon one another. */
export function statesOverTime(states, over, now) {
  const totals = over.map(moment => states.reduce((sum, state) => sum + moment.counts[state], 0));
  const most = Math.max(...totals, 1);
  const x = i => i / Math.max(over.length - 1, 1) * width;
  const y = count => height - count / most * height;
  const below = over.map(() => 0);
  const areas = states.map((state, index) => {
    const lower = below.map((count, i) => `${x(i).toFixed(1)},${y(count).toFixed(1)}`);
    over.forEach((moment, i) => { below[i] += moment.counts[state]; });
    const upper = below.map((count, i) => `${x(i).toFixed(1)},${y(count).toFixed(1)}`);
    return s('polygon', { class: `c${index % 10}`, points: [...upper, ...lower.reverse()].join(' ') });
  });
  const [first, last] = [over[0].at, over.at(-1).at];
  const at = (Date.parse(now) - Date.parse(first)) / (Date.parse(last) - Date.parse(first)) * width;
  const mark = at >= 0 && at <= width ? s('line', { class: 'mark', x1: at, x2: at, y1: 0, y2: height }) : null;
  const middle = Math.floor(over.length / 2);
  return h('figure', null,
    picture(`Customers by state from ${time(first)} to ${time(last)}`, areas, mark),
    ends(first.slice(0, 10), last.slice(0, 10)),
    h('ul', { class: 'legend' }, states.map((state, i) => h('li', null, dot(i), words(state)))),
    h('details', null, h('summary', null, 'As numbers'),
      h('table', null, h('caption', { class: 'sr' }, 'Customers by state over time'),
        h('thead', null, h('tr', null, ['State', first, over[middle].at, last].map((head, i) => h('th', { scope: 'col' }, i === 0 ? head : time(head).slice(0, 10))))),
        h('tbody', null, states.map(state => h('tr', null, h('th', { scope: 'row' }, words(state)),
          [over[0], over[middle], over.at(-1)].map((moment, i) => h('td', { 'data-label': ['First', 'Middle', 'Last'][i] }, number(moment.counts[state])))))))));
}

/** How many requests there were in each of the last so many seconds. */
export function requestsASecond(requests, now, seconds = 60) {
  const [counts, refused] = [new Array(seconds).fill(0), new Array(seconds).fill(0)];
  for (const request of requests) {
    const ago = Math.floor((now - request.loggedDate) / 1000);
    if (ago < 0 || ago >= seconds) continue;
    counts[seconds - 1 - ago]++;
    if (request.status >= 400 || request.broken) refused[seconds - 1 - ago]++;
  }
  const most = Math.max(...counts, 4);
  const wide = width / seconds;
  const bar = (count, i, kind) => count > 0 && s('rect', { class: kind, x: (i * wide).toFixed(1), width: (wide - 1.5).toFixed(1), y: (height - count / most * height).toFixed(1), height: (count / most * height).toFixed(1) });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const said = `${number(total)} in the last ${seconds} seconds, ${number(refused.reduce((sum, count) => sum + count, 0))} of them refused; at most ${Math.max(...counts)} a second`;
  return h('figure', null, picture(`Requests a second: ${said}`, counts.map((count, i) => bar(count, i, 'plain')), refused.map((count, i) => bar(count, i, 'refused'))),
    ends(`${seconds} s ago`, 'now'), h('figcaption', null, said));
}

/** How long each of the latest requests took, on a scale where each line is ten times the one below it. */
export function latency(requests) {
  const shown = requests.slice(-200);
  if (shown.length === 0) return h('p', { class: 'muted' }, 'No request yet.');
  const sorted = shown.map(request => request.elapsedMicroseconds).sort((one, other) => one - other);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const milliseconds = value => `${(value / 1000).toFixed(value < 10000 ? 2 : 0)} ms`;
  const [low, high] = [1, Math.max(5, Math.ceil(Math.log10(sorted.at(-1) + 1)))];
  const y = value => height - (Math.min(Math.max(Math.log10(Math.max(value, 1)), low), high) - low) / (high - low) * (height - 10) - 5;
  const lines = Array.from({ length: high - low + 1 }, (_, i) => y(10 ** (low + i))).map(line => s('line', { class: 'grid', x1: 0, x2: width, y1: line, y2: line }));
  const dots = shown.map((request, i) => s('path', { class: `point ${request.broken ? 'broken' : kindOfStatus(request.status)}`, d: `M${((i + 0.5) / shown.length * width).toFixed(1)} ${y(request.elapsedMicroseconds).toFixed(1)}h0` }));
  const said = `half within ${milliseconds(at(0.5))}, 95 of 100 within ${milliseconds(at(0.95))}, the slowest ${milliseconds(sorted.at(-1))}`;
  return h('figure', null, picture(`Latency of the latest ${shown.length} requests: ${said}`, lines, dots), ends('older', 'newest'), h('figcaption', null, said));
}

/** A customer's way through its states: past ones filled, those to come as outlines. */
export function course(steps, now, states) {
  const times = steps.map(step => Date.parse(step.at));
  const here = Date.parse(now);
  // Root of the time: a step of an hour is still to be seen beside one of a year.
  const [before, after] = [Math.max(...times.map(at => Math.sqrt(Math.max(here - at, 0))), 1), Math.max(...times.map(at => Math.sqrt(Math.max(at - here, 0))), 1)];
  const toCome = steps.some(step => step.toCome);
  const past = toCome ? 0.55 : 0.95;
  const x = at => at <= here ? width * past - Math.sqrt(here - at) / before * width * (past - 0.005) : width * past + Math.sqrt(at - here) / after * width * (0.94 - past);
  const bars = steps.map((step, i) => {
    const [from, to] = [x(times[i]), i + 1 < steps.length ? x(times[i + 1]) : width];
    const index = Math.max(states.indexOf(step.state), 0) % 10;
    return s('rect', { class: `c${index}${step.toCome ? ' to-come' : ''}`, x: from.toFixed(1), y: 14, width: Math.max(to - from - 2, 3).toFixed(1), height: 20, rx: 3 }, s('title', null, `${words(step.state)}, ${time(step.at)}`));
  });
  const mark = s('line', { class: 'mark', x1: width * past, x2: width * past, y1: 4, y2: 44 });
  return s('svg', { class: 'course', viewBox: `0 0 ${width} 48`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${steps.length} states, the first ${time(steps[0]?.at)}, the last ${time(steps.at(-1)?.at)}` }, bars, mark);
}
