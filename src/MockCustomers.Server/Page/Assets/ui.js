// What views are made of: panels, tables, fields, pills, buttons that copy.

import { h, byId, put } from './dom.js';
import { kindOfStatus, words } from './format.js';

let saying = null;

/** Tells people who listen to the page what has just happened. */
export function say(text) {
  clearTimeout(saying);
  byId('said').textContent = '';
  saying = setTimeout(() => { byId('said').textContent = text; }, 50);
}

export const panel = (title, ...children) => h('section', { class: 'panel' }, h('h2', null, title), children);

export const note = (...children) => h('p', { class: 'muted' }, children);

export const problem = error => h('p', { class: 'error', role: 'alert' }, error.message ?? String(error));

export const pill = (text, kind) => h('span', { class: `pill ${kind ?? 'dull'}` }, text);

export const status = value => pill(value, kindOfStatus(value));

/** What a client got: a status, or how its connection was broken. */
export const outcome = entry => entry.broken ? pill(entry.broken, 'broken') : status(entry.status);

/** A request that the journal has, with its vendor; a link to all of it. */
export const asked = entry => h('span', { class: 'asked' }, h('span', { class: 'muted' }, entry.vendor, ' '),
  anchor(`${entry.request.method} ${entry.request.url}`, `requests/${entry.id}`, null, { class: 'mono', id: `r-${entry.id}` }));

/** A state with the colour that it has in the charts of its vendor. */
export const state = (name, all) => h('span', { class: 'state' }, h('span', { class: `dot c${(all?.indexOf(name) ?? 0) % 10}`, 'aria-hidden': 'true' }), words(name));

/** The address of a view: its path, and a query of its own with the session that is looked at. */
export function link(path, query, session) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') search.set(name, value);
  const current = session === undefined ? new URLSearchParams(location.hash.split('?')[1] ?? '').get('session') : session;
  if (current) search.set('session', current);
  return `#/${path}${search.size > 0 ? `?${search}` : ''}`;
}

export const anchor = (text, path, query, properties) => h('a', { href: link(path, query), ...properties }, text);

/** A button that does something and says what came of it; while it works it cannot be pressed again. */
export function action(text, act, properties) {
  const button = h('button', { type: 'button', ...properties, onclick: async () => {
    button.disabled = true;
    try {
      await act();
    } finally {
      button.disabled = false;
    }
  } }, text);
  return button;
}

/** A place for what went wrong, and a function that runs something and shows it there. */
export function attempt() {
  const place = h('div', { class: 'attempt' });
  const run = async act => {
    put(place);
    try {
      await act();
    } catch (error) {
      if (error.name === 'AbortError') return;
      put(place, problem(error));
    }
  };
  return [place, run];
}

export function copy(text, label, properties) {
  const button = h('button', { type: 'button', class: 'small', 'aria-label': `Copy ${label}`, ...properties, onclick: async () => {
    await toClipboard(text);
    button.textContent = 'Copied';
    say(`Copied ${label}`);
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  } }, 'Copy');
  return button;
}

/** Browsers lend the clipboard to pages of this machine alone; elsewhere the selection is copied. */
async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = h('textarea', { class: 'sr', 'aria-hidden': 'true', value: text });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Text as it is, scrolled where it is long, with a button that copies it. */
export function code(text, label) {
  return h('div', { class: 'code' }, h('pre', { tabindex: '0', role: 'region', 'aria-label': label }, text), copy(text, label));
}

/** A short value in a line, with a button that copies it. */
export const value = (text, label) => h('span', { class: 'value' }, h('code', null, text), copy(text, label));

/** A control with its label above it. */
export function field(label, id, control) {
  control.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, label), control);
}

/** A choice; options are texts, or pairs of a value and a text. */
export function select(options, chosen, onchange) {
  const element = h('select', { onchange: () => onchange?.(element.value) });
  return offer(element, options, chosen);
}

/** Puts other options into a choice, which stays where it is. */
export const offer = (element, options, chosen) =>
  put(element, options.map(option => Array.isArray(option) ? option : [option, option]).map(([value, text]) => h('option', { value, selected: value === (chosen ?? '') }, text)));

export const input = (type, value, properties) => h('input', { type, value: value ?? '', autocomplete: 'off', spellcheck: 'false', ...properties });

/** A form that does something when it is sent, by a button or by Enter. */
export function form(onsubmit, ...children) {
  return h('form', { class: 'fields', onsubmit: event => {
    event.preventDefault();
    onsubmit();
  } }, children);
}

/** A table; on a phone each row is a card. Cells are nodes or texts. */
export function table(caption, columns, rows, empty) {
  if (rows.length === 0) return note(empty);
  return h('table', null,
    h('caption', { class: 'sr' }, caption),
    h('thead', null, h('tr', null, columns.map(column => h('th', { scope: 'col' }, column || h('span', { class: 'sr' }, 'Actions'))))),
    h('tbody', null, rows.map(row => h('tr', null, row.map((cell, i) => h('td', { 'data-label': columns[i] }, cell))))));
}

/** Pairs of a word and what it says; those that say nothing are left out. */
export function facts(pairs) {
  return h('dl', { class: 'facts' }, pairs.filter(([, said]) => said !== null && said !== undefined && said !== '')
    .map(([word, said]) => h('div', null, h('dt', null, word), h('dd', null, said))));
}
