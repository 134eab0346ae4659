// Numbers, times and statuses as people read them; in English and UTC, as the sandbox's own documents are.

const whole = new Intl.NumberFormat('en');

export const number = value => value === null || value === undefined ? '–' : whole.format(value);

export const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many ?? one + 's'}`;

/** 2026-01-04T09:30:00.000Z as 2026-01-04 09:30:00. */
export const time = text => text ? text.slice(0, 19).replace('T', ' ') : '–';

/** The time of day of a Unix time in milliseconds, here where the reader is. */
export const timeOfDay = milliseconds => new Date(milliseconds).toLocaleTimeString('en-GB');

const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How far one time is from another: in 3 days, 2 hours ago. */
export function distance(at, from) {
  const seconds = (Date.parse(at) - Date.parse(from)) / 1000;
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return relative.format(Math.round(seconds / size), unit);
}

/** So many seconds as people say them. */
export function duration(seconds) {
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? ['second', 1];
  return plural(Math.round(seconds / size), unit);
}

export function microseconds(value) {
  if (value < 1000) return `${value}\u00a0µs`;
  return value < 100000 ? `${(value / 1000).toFixed(1)}\u00a0ms` : `${Math.round(value / 1000)}\u00a0ms`;
}

/** good, wrong (the client's), broken (the server's), or dull. */
export function kindOfStatus(status) {
  if (status >= 500) return 'broken';
  if (status >= 400) return 'wrong';
  return status >= 200 && status < 300 ? 'good' : 'dull';
}

/** kyc_form_submission_accepted as kyc form submission accepted. */
export const words = name => name.replaceAll('_', ' ');

/** Text that may be JSON, indented when it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
