/** The values that a caller gave by name, which have to be among those that are known: a name that is misspelt would else mean nothing, and nobody would say so. */
export function named(given, ...known) {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`unknown name '${unknown}'; one of: ${known.join(', ')}`);
  return given;
}
