// Packs the npm packages: the launcher, and one for each platform whose executable there is.
//
//   node npm/pack.mjs VERSION NATIVE OUTPUT
//
// NATIVE has a folder RID for each platform that was compiled (.ci/native RID), OUTPUT gets the tarballs. platforms.json is the matrix of
// what can be there; the launcher depends on what is there, in this version, and refuses other platforms by name.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [version, native, output] = process.argv.slice(2);
if (!output) {
  console.error('node npm/pack.mjs VERSION NATIVE OUTPUT');
  process.exit(2);
}

const here = import.meta.dirname;
const root = path.dirname(here);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const platforms = read(path.join(here, 'platforms.json')).map((platform) => ({ runtime: platform.name, ...platform }));
const compiled = platforms.filter(({ runtime }) => existsSync(path.join(native, runtime)));
if (compiled.length === 0) {
  console.error(`${native} has no executable; .ci/native compiles one for: ${platforms.map(({ runtime }) => runtime).join(', ')}`);
  process.exit(1);
}

const work = mkdtempSync(path.join(tmpdir(), 'mockcustomers-npm-'));
mkdirSync(output, { recursive: true });

function pack(folder, manifest) {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, version }, null, 2) + '\n');
  cpSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', path.resolve(output)], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' }));
  console.log(`${packed.filename} ${packed.size}`);
}

try {
  const launcher = read(path.join(here, 'mockcustomers', 'package.json'));
  for (const { name, os, cpu, libc, runtime } of compiled) {
    const folder = path.join(work, name);
    cpSync(path.join(native, runtime), folder, { recursive: true });
    const { description, keywords, license, author } = launcher;
    pack(folder, { name: `@mockcustomers/${name}`, version, description: `The executable of mockcustomers for ${name}. ${description}`, keywords, license, author, os: [os], cpu: [cpu], ...(libc && { libc: [libc] }), preferUnplugged: true });
  }

  const folder = path.join(work, 'launcher');
  cpSync(path.join(here, 'mockcustomers'), folder, { recursive: true });
  pack(folder, { ...launcher, optionalDependencies: Object.fromEntries(compiled.map(({ name }) => [`@mockcustomers/${name}`, version])) });
} finally {
  rmSync(work, { recursive: true });
}
