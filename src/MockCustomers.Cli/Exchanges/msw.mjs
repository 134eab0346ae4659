//
//   import { setupServer } from 'msw/node';                    // in a browser: setupWorker of 'msw/browser'
//   import { handlers } from './this-file.mjs';
//   setupServer(...handlers).listen();
//
// Lists, pages and gets of customers, filters that ask for one value of a field, and refusals are answered as the sandbox answers them, to the byte.
// What this file does not do is answered 501, with the reason: writes, searches, sorting, other filters, webhooks. A sandbox does all of it
// ('mockcustomers'). Faults, the clock, rate limits, request ids that count, trailing slashes and parameters that are sent twice are not in here either.
import { http } from 'msw';

/** Answers requests to a vendor at another address: 'http://localhost:3000/api', or '/api' in a browser. */
export function handlersFor(url, options) {
  const base = url.replace(/\/+$/, '');
  return [http.all(`${base}/*`, ({ request }) => answer(request, base, options))];
}

/**
 * The reply to a request.
 * With { anyCredential: true } it takes whatever stands in the credential's header.
 */
export function answer(request, url = vendor.baseUrl, { anyCredential = false } = {}) {
  const { pathname, searchParams } = new URL(request.url);
  const path = vendor.basePath + pathname.slice(pathOf(url).length);
  const values = { path, method: request.method };
  const matching = routesOf().filter((route) => route.pattern.test(path));
  const route = matching.find(({ method }) => method === (request.method === 'HEAD' ? 'GET' : request.method));
  if (!route?.open) {
    const refusal = refusalOf(request.headers.get(vendor.credential.header), anyCredential);
    if (refusal) return reply(refusal, values);
  }
  if (matching.length === 0) return reply(vendor.refusals.noSuchPath, values);
  if (!route) return reply(request.method === 'OPTIONS' ? matching[0].options : matching[0].otherMethod, values);
  const query = new Map([...searchParams].reverse());
  const strange = route.parameters.find((name) => query.has(name) && !isTaken(route, name));
  if (strange) return absent(`${route.operation} by '${strange}'`);
  if (route.list) return list(route.list, query, values);
  if (route.get) return get(route.get, decodeURIComponent(route.pattern.exec(path)[1]), values);
  return route.always ? reply(route.always, values) : absent(route.operation);
}

function pathOf(url) {
  return url.startsWith('/') ? url.replace(/\/+$/, '') : new URL(url).pathname.replace(/\/+$/, '');
}

let routes;

/** The routes with their patterns, made when they are first asked for. */
function routesOf() {
  routes ??= vendor.routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  return routes;
}

function patternOf(path) {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('([^/]+)')}$`);
}

function refusalOf(sent, anyCredential) {
  const { value, anyCase } = vendor.credential;
  if (!sent) return vendor.refusals.missingCredential;
  const [scheme, ...key] = sent.split(' ');
  const [knownScheme, ...knownKey] = value.split(' ');
  const isScheme = knownKey.length === 0 || scheme === knownScheme || (anyCase && scheme.toLowerCase() === knownScheme.toLowerCase());
  if (anyCredential || (knownKey.length === 0 ? sent === value : isScheme && key.join(' ') === knownKey.join(' '))) return null;
  return isScheme ? vendor.refusals.unknownCredential : vendor.refusals.malformedCredential;
}

function isTaken({ list }, name) {
  return list !== undefined && (name in list.filters || name === list.start || name === list.size || name === list.after || name === list.before);
}

function get({ places, found, nobody, pattern, malformed, ignoreCase }, value, values) {
  if (pattern && !new RegExp(pattern).test(value)) return reply(malformed, { ...values, value });
  const key = ignoreCase ? value.toLowerCase() : value;
  return Object.hasOwn(places, key) ? reply(found, { ...values, customer: texts[places[key]] }) : reply(nobody, { ...values, value });
}

function list(asked, query, values) {
  const filters = Object.keys(asked.filters).filter((name) => query.get(name));
  if (filters.length > 1) return absent(`a list by ${filters.join(' and ')}`);
  const wrong = [asked.start, asked.size].map((name) => wrongNumber(asked.numbers[name], query.get(name))).find((refusal) => refusal);
  if (wrong) return reply(wrong, values);
  const strange = Object.entries(asked.filters).find(([name, { pattern }]) => pattern && query.has(name) && !new RegExp(pattern).test(query.get(name)));
  if (strange) return reply(strange[1].malformed, values);
  const filter = asked.filters[filters[0]];
  const value = query.get(filters[0]);
  if (filter?.refused && !Object.hasOwn(filter.shown, value)) return reply(filter.refused, values);
  const shown = filter ? (Object.hasOwn(filter.shown, value) ? filter.shown[value] : []) : asked.shown;
  return reply(asked.page, { ...pageOf(asked, shown, query), method: values.method });
}

function wrongNumber(number, text) {
  if (number === undefined || text === undefined) return null;
  if (!/^[-+]?[0-9]+$/.test(text)) return number.text;
  if (number.minimum !== undefined && Number(text) < number.minimum) return number.pastMinimum;
  return number.maximum !== undefined && Number(text) > number.maximum ? number.pastMaximum : null;
}

/** What a reply says of a page, by the names that vendors' manifests have for it. */
function pageOf(asked, shown, query) {
  const number = (name, otherwise) => Number(query.get(name) ?? asked.numbers[name]?.default ?? otherwise);
  const size = number(asked.size, asked.fixedSize);
  const page = number(asked.start, asked.first);
  const offset = asked.style === 'page' ? (page - asked.first) * size : asked.style === 'offset' ? page : cursorOf(asked, shown, query, size);
  const part = shown.slice(offset, offset + size);
  return {
    customers: `[${part.map((place) => texts[place]).join(',')}]`,
    total: shown.length,
    totalIfAsked: null,
    size,
    page: asked.style === 'page' ? page : 0,
    lastPage: Math.max(1, Math.ceil(shown.length / size)),
    offset,
    nextOffset: offset + size,
    hasMore: offset + part.length < shown.length,
    moreFlag: offset + part.length < shown.length ? 1 : null,
    pageIsFull: part.length === size,
  };
}

function cursorOf(asked, shown, query, size) {
  const placeOf = (id) => shown.findIndex((place) => texts[place].includes(JSON.stringify(id)));
  if (query.get(asked.after)) return placeOf(query.get(asked.after)) + 1 || shown.length;
  return query.get(asked.before) ? Math.max(0, placeOf(query.get(asked.before)) - size) : 0;
}

/** Fills a reply in: ⟦name⟧ stands for a value, and what stands for nothing is left out. */
function reply({ status, headers, body }, values) {
  const filled = headers.map(([name, text]) => [name, fill(text, values)]).filter(([, text]) => text !== '');
  const kept = body.replace(/,?"[^"]*":"⟦(\w+)⟧"/g, (member, name) => (values[name] === null ? '' : member)).replaceAll('{,', '{');
  const text = kept.replace(/"⟦(\w+)⟧"|⟦(\w+)⟧/g, (mark, alone, within) => (alone ? written(alone, values, JSON.stringify) : written(within, values, (value) => JSON.stringify(value).slice(1, -1))));
  return new Response(text === '' || values.method === 'HEAD' ? null : text, { status, headers: filled });
}

function fill(text, values) {
  return text.replace(/⟦(\w+)⟧/g, (_, name) => String(values[name] ?? ''));
}

/** A value as it stands in a body: what a client sent is a text, all else is JSON. */
function written(name, values, quote) {
  const value = String(values[name] ?? '');
  return ['path', 'method', 'value'].includes(name) ? quote(value) : value;
}

function absent(what) {
  const error = `${what} is not in this file, which 'mockcustomers export' has written; a running sandbox answers it, or a handler of your own before these`;
  return Response.json({ error }, { status: 501 });
}
