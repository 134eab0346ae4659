'use strict';

// Where the executable of this machine is, which npm installed beside this package as an optional dependency.

const path = require('node:path');
const { optionalDependencies = {} } = require('./package.json');

const scope = '@mockcustomers/';
const others = 'dotnet tool install -g mockcustomers, or an image, runs elsewhere';

/** The executable's file; throws an error that says what is missing. */
function executable() {
  const platform = `${process.platform}-${process.arch}`;
  const known = Object.keys(optionalDependencies).map((name) => name.slice(scope.length));
  if (!known.includes(platform)) throw new Error(`there is no executable for ${platform}; there is one for ${known.join(', ')}; ${others}`);
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) {
    throw new Error(`the executable for ${platform} needs glibc, and this system has another C library (Alpine's is musl); ${others}`);
  }
  return path.join(folderOf(platform), process.platform === 'win32' ? 'mockcustomers.exe' : 'mockcustomers');
}

function folderOf(platform) {
  try {
    return path.dirname(require.resolve(`${scope}${platform}/package.json`));
  } catch {
    throw new Error(`${scope}${platform} is not installed; npm leaves optional dependencies out with --omit=optional, or where a lock file was made on another platform: install again without either`);
  }
}

module.exports = { executable };
