// Stubs that answer in a vendor's place, in WireMock's JSON.

import { h, put } from './dom.js';
import { get, post, remove } from './api.js';
import { action, attempt, code, field, form, link, note, panel, say, table } from './ui.js';
import { vendors, vendorChoice } from './vendors.js';

const notBuiltIn = 501;

const pathOf = vendor => `/vendors/${vendor.name}/__admin/mappings`;

/** A mapping to begin with: nobody is found. */
function exampleOf(vendor) {
  const read = vendor.operations.find(operation => operation.method === 'GET')?.path ?? '/';
  return JSON.stringify({ request: { method: 'GET', urlPathPattern: read.replaceAll(/\{[^}]+\}/g, '.+') }, response: { status: 503, jsonBody: { down: true } } }, null, 2);
}

export async function show({ view, query, signal }) {
  const all = await vendors(signal);
  let vendor = all.find(one => one.name === query.vendor) ?? all[0];
  const list = h('div');
  const [place, run] = attempt();
  const tell = async () => {
    const asked = vendor;
    const { mappings } = await get(pathOf(asked), null, { signal });
    if (asked === vendor) put(list, panel(`Stubs over ${vendor.title}`, stubs(mappings, pathOf(vendor), act)));
  };
  const act = (does, said) => run(async () => {
    await does();
    say(said);
    await tell();
  });
  const text = h('textarea', { rows: 13, spellcheck: 'false', class: 'mono', value: exampleOf(vendor) });
  // The form stays: a mapping that somebody wrote is not lost, and whoever adds at once adds to the vendor that is chosen.
  const choose = name => {
    const isExample = text.value === exampleOf(vendor);
    vendor = all.find(one => one.name === name);
    if (isExample) text.value = exampleOf(vendor);
    put(list);
    history.replaceState(null, '', link('stubs', { vendor: name }));
    void run(tell);
  };
  put(view, h('h1', { tabindex: '-1' }, 'Stubs'),
    form(() => null, field('Vendor', 'vendor', vendorChoice(all, vendor.name, choose))));
  try {
    await tell();
  } catch (error) {
    if (error.status !== notBuiltIn) throw error;
    view.append(h('p', { class: 'notice' }, 'This build has no stubs: WireMock.Net compiles as it runs, and this executable was compiled ahead of time. The full build, the .NET tool or the other image, has them.'));
    return;
  }
  view.append(
    panel('Answer in its place', form(() => act(() => post(pathOf(vendor), text.value), 'The stub is there'),
      field('A mapping in WireMock’s JSON', 'mapping', text), h('button', { type: 'submit', class: 'primary' }, 'Add')), place,
    note('It answers before credentials are looked at, in this session alone.')),
    list);
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
