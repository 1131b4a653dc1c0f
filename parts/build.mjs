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
import { buildSync } from 'esbuild';
import { addLicences } from './licences.mjs';
import { addOffline } from './offline/build.mjs';
import { addWordFiles } from './word/build.mjs';

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site, CARGO_TARGET_DIR = 'target', PART_NAMES } = process.env;
const app = 'udskift-it-system';
/** In place of the name that is made of the contents. */
const unnamed = `${app}-${'0'.repeat(16)}`;
// A debug build has one part.
if (TRUNK_PROFILE === 'release') divide();
addLicences(site, addWordFiles(site));
// Last: it lists what all the others have written.
if (TRUNK_PROFILE === 'release') addOffline(site);

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
  const parts = { wasm: read('glue_bg.wasm'), rest: read('split_rest.wasm') };
  writeFileSync(join(work, '__wasm_split.js'), checked(link, `${unnamed}_rest.wasm`, proof(parts.rest)));
  const glue = bundled(join(work, 'glue.js'));
  // All that the files hold is in their name, which a browser keeps for good: how the glue is bundled too.
  const hash = [glue, parts.wasm, parts.rest].reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
  const stem = `${app}-${hash.slice(0, 16)}`;
  const names = { js: `${stem}.js`, wasm: `${stem}_bg.wasm`, rest: `${stem}_rest.wasm` };
  parts.js = Buffer.from(glue.toString().replaceAll(unnamed, stem));
  const known = ['__wasm_split.js', 'glue.js', 'glue_bg.wasm', 'split_rest.wasm'];
  const left = readdirSync(work).filter((file) => !known.includes(file));
  if (left.length > 0) throw new Error(`parts that are not known: ${left.join(', ')}`);
  for (const part of Object.keys(parts)) writeFileSync(join(site, names[part]), parts[part]);
  rmSync(join(site, js));
  rmSync(join(site, wasm));
  rmSync(work, { recursive: true });

  // The page names the files to fetch at once, with what they must hold.
  const fetched = (page, was, part) =>
    page.replaceAll(was, names[part]).replace(new RegExp(`(${names[part]}" crossorigin="anonymous" integrity=")[^"]+`), `$1${proof(parts[part])}`);
  let made = fetched(fetched(page, wasm, 'wasm'), js, 'js');
  const more = `data-wasm-proof="${proof(parts.wasm)}" data-rest="./${names.rest}" data-rest-proof="${proof(parts.rest)}"`;
  made = made.replace(/(data-wasm="[^"]+")/, `$1 ${more}`);
  writeFileSync(join(site, 'index.html'), made);
}

/** The glue and the loader of the parts as one module, so that the page itself names all that is imported, with its integrity. */
function bundled(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: PART_NAMES !== 'kept',
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The loader, told where the rest is, and what it must hold. */
function checked(link, name, integrity) {
  const unchecked = /fetch\(new URL\((["'])\.\/split_rest\.wasm\1, import\.meta\.url\)\)/;
  if (!unchecked.test(link)) throw new Error('the loader of the parts is another one now');
  // Another try asks the host again: what the browser keeps for good may be what failed.
  const again = "cache: tries++ ? 'reload' : 'default'";
  return `let tries = 0;\n${link.replace(unchecked, `fetch(new URL('./${name}', import.meta.url), { integrity: '${integrity}', ${again} })`)}`;
}

function proof(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
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
