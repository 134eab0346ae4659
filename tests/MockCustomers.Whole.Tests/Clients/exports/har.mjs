// Judges an archive by the schema of HAR 1.2: node har.mjs FILE
import { readFileSync } from 'node:fs';
import validate from 'har-validator/lib/promise.js';

await validate.har(JSON.parse(readFileSync(process.argv[2], 'utf8')));
console.log('a valid archive');
