// Stubs that answer in a vendor's place, in WireMock's JSON.

import { h, put } from './dom.js';
import { get, post, remove } from './api.js';
import { action, attempt, code, field, form, note, panel, say, table } from './ui.js';
import { vendors, vendorChoice } from './vendors.js';

const notBuiltIn = 501;

const example = path => JSON.stringify({ request: { method: 'GET', urlPathPattern: path }, response: { status: 503, jsonBody: { down: true } } }, null, 2);

export async function show({ view, query, change, signal }) {
  const all = await vendors(signal);
  const vendor = all.find(one => one.name === query.vendor) ?? all[0];
  const path = `/vendors/${vendor.name}/__admin/mappings`;
  const list = h('div');
  const [place, run] = attempt();
  const tell = async () => put(list, stubs((await get(path, null, { signal })).mappings, path, act));
  const act = (does, said) => run(async () => {
    await does();
    say(said);
    await tell();
  });
  const read = vendor.operations.find(operation => operation.method === 'GET')?.path ?? '/';
  const text = h('textarea', { rows: 13, spellcheck: 'false', class: 'mono', value: example(read.replaceAll(/\{[^}]+\}/g, '.+')) });
  put(view, h('h1', { tabindex: '-1' }, 'Stubs'),
    form(() => null, field('Vendor', 'vendor', vendorChoice(all, vendor.name, name => change({ vendor: name })))));
  try {
    await tell();
  } catch (error) {
    if (error.status !== notBuiltIn) throw error;
    view.append(h('p', { class: 'notice' }, 'This build has no stubs: WireMock.Net compiles as it runs, and this executable was compiled ahead of time. The full build, the .NET tool or the other image, has them.'));
    return;
  }
  view.append(
    panel('Answer in its place', form(() => act(() => post(path, text.value), 'The stub is there'),
      field('A mapping in WireMock’s JSON', 'mapping', text), h('button', { type: 'submit', class: 'primary' }, 'Add')), place,
    note('It answers before credentials are looked at, in this session alone.')),
    panel(`Stubs over ${vendor.title}`, list));
}

function stubs(all, path, act) {
  return table('Stubs, those that win first', ['Request', 'Answer', 'Mapping', ''], all.map(mapping => {
    const { request = {}, response = {} } = mapping;
    const where = request.url ?? request.urlPath ?? request.urlPathPattern ?? request.urlPattern ?? request.urlPathTemplate ?? 'any path';
    return [
      h('span', { class: 'mono' }, `${request.method ?? 'ANY'} ${where}`), response.fault ?? response.proxyBaseUrl ?? response.status ?? 200,
      h('details', null, h('summary', null, mapping.name ?? mapping.id), code(JSON.stringify(mapping, null, 2), `The mapping ${mapping.id}`)),
      action('Remove', () => act(() => remove(`${path}/${encodeURIComponent(mapping.id)}`), 'The stub is gone'), { class: 'small', 'aria-label': `Remove the stub ${mapping.id}`, id: `remove-${mapping.id}` }),
    ];
  }), 'None: the vendor answers everything itself.');
}
