// What a step of GitHub Actions is told and tells: inputs come as INPUT_NAME, the rest goes into files that the runner names.
import { appendFileSync } from 'node:fs';

export const input = name => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

export const tell = (file, name, value) => appendFileSync(process.env[file], `${name}=${value}\n`);

export const tellPath = folder => appendFileSync(process.env.GITHUB_PATH, `${folder}\n`);

// What was saved by an earlier part of the same step.
export const state = name => process.env[`STATE_${name}`] ?? '';

export const fail = message => {
  console.log(`::error::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
  process.exitCode = 1;
};

export const group = (title, text) => console.log(`::group::${title}\n${text}\n::endgroup::`);
