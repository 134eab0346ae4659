// What happens in the session that is looked at, while it happens: server-sent events, read by fetch because they may need the token.

import { send, world } from './api.js';

const mostKept = 1000;
const longestPause = 10000;

const readers = new Set();

/** What is known by now, oldest first: { type, number, ...event }. */
export const happened = [];

/** Calls back with each event of some types, until the signal says stop. */
export function onEvent(types, signal, react) {
  const reader = event => types.includes(event.type) && react(event);
  readers.add(reader);
  signal.addEventListener('abort', () => readers.delete(reader));
}

/** Calls back once a while after events of some types, however many there are; of those, only after events that are meant. */
export function onQuiet(types, signal, react, { pause = 250, isMeant = () => true } = {}) {
  let timer = null;
  const run = async () => {
    timer = null;
    try {
      await react();
    } catch (error) {
      // Who has left the view does not wait for it; else the next event asks again.
      if (!signal.aborted) console.debug(error.message);
    }
  };
  onEvent(types, signal, event => { if (isMeant(event)) timer ??= setTimeout(run, pause); });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

let stream = new AbortController();

/** Begins to read the events of the session that is looked at, those that are kept first. */
export function begin(onState) {
  stream.abort();
  stream = new AbortController();
  happened.length = 0;
  read(stream.signal, onState).catch(error => { if (error.name !== 'AbortError') throw error; });
}

async function read(signal, onState) {
  let [last, pause] = ['0', 500];
  while (!signal.aborted) {
    try {
      const reply = await send('GET', '/__admin/events', { query: { after: last }, signal, session: world.session });
      if (!reply.ok) throw new Error(`events: ${reply.status}`);
      onState(true);
      pause = 500;
      for await (const event of eventsOf(reply.body, signal)) {
        if (event.number) last = event.number;
        keep(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      console.debug(error.message);
    }
    if (signal.aborted) return;
    onState(false);
    await new Promise(resolve => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, longestPause);
  }
}

function keep(event) {
  happened.push(event);
  if (happened.length > mostKept) happened.splice(0, happened.length - mostKept);
  for (const reader of [...readers]) reader(event);
}

/** The events of a body, as the standard for server-sent events has them cut. */
async function* eventsOf(body, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  signal.addEventListener('abort', () => reader.cancel().catch(() => null));
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block) {
  const lines = block.split('\n').map(line => line.match(/^(\w+): ?(.*)$/)).filter(Boolean);
  const field = name => lines.filter(line => line[1] === name).map(line => line[2]).join('\n');
  const data = field('data');
  return data === '' ? null : { ...JSON.parse(data), type: field('event'), number: field('id') };
}
