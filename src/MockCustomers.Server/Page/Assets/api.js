// The control port's admin interface: whatever the page knows or does goes through here, and anybody may do the same with curl.

import { byId } from './dom.js';

const tokenKey = 'mockcustomers-token';

/** Which session is looked at; null for the default one. */
export const world = { session: null };

/** A refusal of the admin interface: its message is its own words. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer?.error ?? answer?.errors?.map(error => error.detail ?? error.title).join('; ') ?? `the sandbox answered ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

/** The address of a path in the session that is looked at. */
function address(path, query, session) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  if (session) url.searchParams.set('session', session);
  return url;
}

/** A request with the token, which is asked for when the sandbox wants it. */
export async function send(method, path, { query, body, session = world.session, signal, headers } = {}) {
  for (let isAgain = false; ; isAgain = true) {
    const token = sessionStorage.getItem(tokenKey);
    const reply = await fetch(address(path, query, session), {
      method,
      signal,
      cache: 'no-store',
      headers: {
        ...headers,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    if (reply.status !== 401) return reply;
    await askForToken(token, isAgain || token !== null);
  }
}

async function answerOf(reply) {
  const text = await reply.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return { error: text };
  }
}

async function call(method, path, options) {
  const reply = await send(method, path, options);
  const answer = await answerOf(reply);
  if (!reply.ok) throw new Refusal(reply.status, answer);
  return answer;
}

export const get = (path, query, options) => call('GET', path, { ...options, query });
export const post = (path, body, options) => call('POST', path, { ...options, body });
export const remove = (path, options) => call('DELETE', path, options);

let asking = null;

/** Returns when there is another token than the one that was refused. Whoever asks meanwhile waits for the same answer. */
function askForToken(refused, isWrong) {
  if (sessionStorage.getItem(tokenKey) !== refused) return Promise.resolve();
  asking ??= new Promise(resolve => {
    const [dialog, form, input] = [byId('ask'), byId('ask-form'), byId('token')];
    byId('ask-error').textContent = isWrong ? 'The sandbox does not take this token.' : '';
    input.value = '';
    form.onsubmit = event => {
      event.preventDefault();
      sessionStorage.setItem(tokenKey, input.value.trim());
      dialog.close();
      asking = null;
      resolve();
    };
    // There is nothing to be seen without it.
    dialog.oncancel = event => event.preventDefault();
    if (!dialog.open) dialog.showModal();
  });
  return asking;
}
