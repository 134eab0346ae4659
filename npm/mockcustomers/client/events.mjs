/** What happens in a session, while it happens: events of the control port's stream, parsed. */
export async function* events(control, session, { types, vendor, after, limit, signal } = {}) {
  const wanted = Array.isArray(types) ? types.join(',') : types;
  const reply = await control.open('/__admin/events', { session, types: wanted, vendor, after, limit }, { signal });
  const text = reply.body.pipeThrough(new TextDecoderStream());
  let rest = '';
  // Leaving the loop early cancels the stream, and so ends the request.
  for await (const part of parts(text)) {
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

/** The parts of a stream; not every browser can go through one with for await. */
async function* parts(stream) {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

/** An event of its lines; null for a comment. */
function eventOf(block) {
  const fields = { data: [] };
  for (const line of block.split('\n')) {
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (name === 'data') fields.data.push(value);
    else if (name) fields[name] = value;
  }
  return fields.data.length === 0 ? null : { id: Number(fields.id), type: fields.event, data: JSON.parse(fields.data.join('\n')) };
}
