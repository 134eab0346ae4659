// Installs mockcustomers, starts it, waits until it is ready, and says where it is.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, group, input, tell, tellPath } from './runner.mjs';

const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), 'mockcustomers');
const portsFile = join(folder, 'ports.json');
const log = join(folder, 'mockcustomers.log');
const isWindows = process.platform === 'win32';

// A program that ends well, or the job does not.
const run = (program, args) => {
  const ended = spawnSync(program, args, { stdio: 'inherit', shell: isWindows && program === 'npm' });
  if (ended.error?.code === 'ENOENT') throw new Error(`${program} is not on this machine`);
  if (ended.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${ended.status ?? ended.signal}`);
};

// The program and its first arguments, once it is installed.
const installers = {
  dotnet: version => {
    const tools = join(folder, 'tools');
    const sdk = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' });
    if (!/^1\d\./m.test(sdk.stdout ?? '')) throw new Error('there is no .NET 10 SDK: put actions/setup-dotnet with dotnet-version 10.0.x before this step, or say install: npm');
    run('dotnet', ['tool', 'install', 'mockcustomers', '--tool-path', tools, ...(version ? ['--version', version] : [])]);
    tellPath(tools);
    return [join(tools, isWindows ? 'mockcustomers.exe' : 'mockcustomers')];
  },
  npm: version => {
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `mockcustomers@${version || 'latest'}`]);
    tellPath(join(folder, 'node_modules', '.bin'));
    return [process.execPath, join(folder, 'node_modules', 'mockcustomers', 'mockcustomers.js')];
  },
  none: () => ['mockcustomers'],
};

// Words as a shell would see them: 'single' and "double" quotes hold together, nothing else has a meaning.
const words = line => [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));

const flags = () => [
  ...[['--vendor', 'vendors'], ['--seed', 'seed'], ['--config', 'config'], ['--port-base', 'port-base']].flatMap(([flag, name]) => (input(name) ? [flag, input(name)] : [])),
  '--ports-file', portsFile,
  ...words(input('args')),
];

const ended = child => new Promise(resolve => {
  child.on('error', error => resolve(error.message));
  child.on('exit', (code, signal) => resolve(code ?? signal));
});

const start = async () => {
  const install = installers[input('install') || 'dotnet'];
  if (!install) throw new Error(`install: '${input('install')}' is unknown; one of: ${Object.keys(installers).join(', ')}`);
  mkdirSync(folder, { recursive: true });
  rmSync(portsFile, { force: true });
  const [program, ...first] = install(input('version'));

  const file = openSync(log, 'w');
  const server = spawn(program, [...first, ...flags()], { detached: true, stdio: ['ignore', file, file], windowsHide: true });
  const over = ended(server).then(code => ({ code }));
  if (server.pid) tell('GITHUB_STATE', 'pid', server.pid);
  tell('GITHUB_STATE', 'log', log);

  const asking = spawn(program, [...first, 'healthcheck', '--config', 'none', '--ports-file', portsFile, '--wait', input('wait') || '60s'], { stdio: 'inherit' });
  const outcome = await Promise.race([ended(asking).then(isReady => ({ isReady: isReady === 0 })), over]);
  if (!outcome.isReady) {
    asking.kill();
    // A server that goes on would hold up this step for as long as it does.
    server.kill();
    server.unref();
    group('the log of mockcustomers', readFileSync(log, 'utf8'));
    throw new Error('code' in outcome ? `mockcustomers ended with ${outcome.code} instead of serving` : `mockcustomers was not ready in ${input('wait') || '60s'}`);
  }

  server.unref();
  return JSON.parse(readFileSync(portsFile, 'utf8'));
};

// Outputs for the steps that name them, variables for all that follow: ACME_SANDBOX_URL, ACME_SANDBOX_KEY.
const say = ports => {
  tell('GITHUB_OUTPUT', 'control', ports.control);
  tell('GITHUB_OUTPUT', 'ports-file', portsFile);
  tell('GITHUB_OUTPUT', 'ports', JSON.stringify(ports));
  tell('GITHUB_OUTPUT', 'log', log);
  tell('GITHUB_ENV', 'MOCKCUSTOMERS_PORTS_FILE', portsFile);
  for (const [name, vendor] of Object.entries(ports.vendors)) {
    const prefix = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
    tell('GITHUB_ENV', `${prefix}_SANDBOX_URL`, vendor.baseUrl);
    tell('GITHUB_ENV', `${prefix}_SANDBOX_KEY`, vendor.value);
    console.log(`${name}: ${vendor.baseUrl}`);
  }
};

try {
  say(await start());
} catch (error) {
  fail(error.message);
}
