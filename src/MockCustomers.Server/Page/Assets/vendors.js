// What several views know of vendors: their cards, and a choice among them.

import { get } from './api.js';
import { select } from './ui.js';

/** The vendors as the session that is looked at may call them. */
export const vendors = signal => get('/__admin/vendors', null, { signal });

/** A choice of a vendor; any of them where "all" says so. */
export const vendorChoice = (all, chosen, onchange, any) =>
  select([...(any ? [['', any]] : []), ...all.map(vendor => [vendor.name, vendor.title])], chosen, onchange);

/** The operations to choose from, of one vendor or of all. */
export const operations = (all, vendor) =>
  [['', 'any'], ...new Set(all.filter(one => !vendor || one.name === vendor).flatMap(one => one.operations.map(operation => operation.id)))];
