// Divides the release build: what a first visit needs, and the rest, fetched when it is first needed (src/web/rest.rs);
// adds what is fetched only when a Word file is asked for (./word), and the list of licences (./licences.mjs).
//
// Trunk runs this when it has built the site; bench/profile.mjs too, on a copy of it, with PART_NAMES=kept. The program is
// divided as the linker left it, because only there is it known what each function leads to; so its glue is made and its
// parts are optimised here, in place of Trunk's.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addLicences } from './licences.mjs';
import { addWordFiles } from './word/build.mjs';

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site, CARGO_TARGET_DIR = 'target', PART_NAMES } = process.env;
const app = 'udskift-it-system';
// A debug build has one part.
if (TRUNK_PROFILE === 'release') divide();
addLicences(site, addWordFiles(site));

function divide() {
  const work = mkdtempSync(join(tmpdir(), 'parts-'));
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const { js, wasm } = page.match(/data-js="\.\/(?<js>[^"]+)" data-wasm="\.\/(?<wasm>[^"]+)"/).groups;

  run('wasm-split-cli', join(CARGO_TARGET_DIR, 'wasm32-unknown-unknown/release', `${app}.wasm`), work, '--out-name', 'glue');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', work, '--out-name', 'glue', join(work, 'glue.wasm'));
  rmSync(join(work, 'glue.wasm'));
  for (const file of readdirSync(work).filter((file) => file.endsWith('.wasm') && PART_NAMES !== 'kept')) {
    run('wasm-opt', '-Oz', '--strip-debug', '--strip-producers', join(work, file), '-o', join(work, file));
  }

  const read = (file) => readFileSync(join(work, file));
  const link = tolerant(read('__wasm_split.js').toString());
  const all = [link, ...readdirSync(work).sort().map(read)];
  const stem = `${app}-${all.reduce((hash, bytes) => hash.update(bytes), createHash('sha256')).digest('hex').slice(0, 16)}`;
  const names = {
    'glue.js': `${stem}.js`,
    'glue_bg.wasm': `${stem}_bg.wasm`,
    '__wasm_split.js': `${stem}_parts.js`,
    'split_rest.wasm': `${stem}_rest.wasm`,
  };
  // Where files are named, not where the program's own names for them are.
  const renamed = (text) =>
    Object.entries(names).reduce((text, [from, to]) => text.replaceAll(new RegExp(`(from |new URL\\()(["'])(\\./)?${from}\\2`, 'g'), `$1$2./${to}$2`), text);
  const parts = {
    'glue.js': renamed(read('glue.js').toString()),
    'glue_bg.wasm': read('glue_bg.wasm'),
    '__wasm_split.js': renamed(link),
    'split_rest.wasm': read('split_rest.wasm'),
  };
  const left = readdirSync(work).filter((file) => !(file in parts));
  if (left.length > 0) throw new Error(`parts that are not known: ${left.join(', ')}`);
  for (const [file, content] of Object.entries(parts)) writeFileSync(join(site, names[file]), content);
  rmSync(join(site, js));
  rmSync(join(site, wasm));
  rmSync(work, { recursive: true });

  const proof = (file) => `sha384-${createHash('sha384').update(parts[file]).digest('base64')}`;
  // The page names the files to fetch at once, with what they must hold.
  const fetched = (page, was, file) =>
    page.replaceAll(was, names[file]).replace(new RegExp(`(${names[file]}" crossorigin="anonymous" integrity=")[^"]+`), `$1${proof(file)}`);
  let made = fetched(fetched(page, wasm, 'glue_bg.wasm'), js, 'glue.js');
  made = made.replace(/(data-wasm="[^"]+")/, `$1 data-rest="./${names['split_rest.wasm']}"`);
  made = made.replace('<link rel="modulepreload"', `<link rel="modulepreload" href="./${names['__wasm_split.js']}" crossorigin="anonymous" integrity="${proof('__wasm_split.js')}">$&`);
  writeFileSync(join(site, 'index.html'), made);
}

/** The loader, made to work where a server does not know the type of wasm, and to say which file failed. */
function tolerant(link) {
  const strict = 'WebAssembly.instantiateStreaming(src, imports)';
  if (!link.includes(strict)) throw new Error('the loader of the parts is another one now');
  return `${link.replaceAll(strict, 'instantiate(src, imports)')}
async function instantiate(source, imports) {
    const response = await source;
    if (!response.ok) throw new Error(\`\${response.status}: \${response.url}\`);
    return response.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
`;
}

function run(program, ...args) {
  // On Windows what npm installs are scripts, which a shell has to run.
  const shell = process.platform === 'win32';
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], shell });
}
