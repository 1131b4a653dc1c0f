// Lists what the site holds that others made: crates, npm packages, fonts, icons, each with its licence and its words.
//
// parts/build.mjs calls this when the site is built. The list is read from what was built with (cargo's metadata, and the
// packages that the Word script was bundled from), so that it is never older than the site. The page "Licenser" shows it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'wasm32-unknown-unknown';
/** The file in the site. */
export const file = join('licenses', 'licenses.json');

/** Writes the list into the site; `bundled` are the npm packages of the Word script. */
export function addLicences(site, bundled) {
  const texts = [];
  const parts = [standardLibrary(), ...crates(), ...bundled.map(npm), ...designSystem()];
  const list = parts.map(({ words, ...part }) => {
    if (words.length === 0) throw new Error(`${part.name} comes without the words of its licence`);
    return { ...part, texts: words.map((text) => numbered(texts, text)) };
  });
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), JSON.stringify({ parts: list, texts }));
}

/** The crates that are compiled into the program: no macros, no tools, nothing for tests. */
function crates() {
  const asked = ['metadata', '--format-version', '1', '--locked', '--filter-platform', target];
  const { packages, resolve } = JSON.parse(execFileSync('cargo', asked, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }));
  const known = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (one) => one.targets.some((of) => of.kind.includes('proc-macro'));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(known.get(id))) return;
    found.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(resolve.root);
  found.delete(resolve.root);
  const all = [...found].map((id) => known.get(id)).sort((one, other) => (one.name < other.name ? -1 : 1));
  return all.map(({ name, version, license, manifest_path, authors, repository }) => {
    if (!license) throw new Error(`${name} has no licence`);
    return { kind: 'crate', name, version, licence: license, home: repository ?? '', words: wordsIn(dirname(manifest_path), license, authors) };
  });
}

/** Rust's own library is in the program too, and is no crate of the list. */
function standardLibrary() {
  const [, version] = execFileSync('rustc', ['--version'], { encoding: 'utf8' }).split(' ');
  const words = [mit('The Rust Project contributors')];
  return { kind: 'crate', name: 'Rust', version, licence: 'MIT OR Apache-2.0', home: 'https://github.com/rust-lang/rust', words };
}

function npm(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, repository, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const words = wordsIn(folder, license, [author?.name ?? author].filter(Boolean));
  return { kind: 'npm', name, version, licence: license, home: home(repository), words };
}

/** Styles, fonts and icons: the design system's own file says which parts have which licence. */
function designSystem() {
  const folder = join(root, 'node_modules', 'dkfds');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = (name) => readFileSync(join(root, 'public', 'licenses', name), 'utf8').trim();
  const of = (kind, name, licence, home, words) => ({ kind, name, version: kind === 'npm' ? version : '', licence, home, words: words.map(own) });
  return [
    of('npm', 'dkfds', 'MIT', 'https://github.com/detfaellesdesignsystem/dkfds-components', ['dkfds.md']),
    of('font', 'IBM Plex Sans', 'OFL-1.1', 'https://github.com/IBM/plex', ['ibm-plex-sans.txt']),
    of('icons', 'Material Symbols', 'Apache-2.0', 'https://github.com/google/material-design-icons', ['apache-2.0.txt']),
  ];
}

/** The words of a licence as they lie beside the code; without, the licence's own. */
function wordsIn(folder, licence, authors) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.filter((name) => /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(name) && /(^[^.]*|\.(md|txt|mit|apache)|-[\w.]+)$/i.test(name)).sort();
  // Of a choice, MIT asks least; of what is under several at once, all are told.
  const mitOnly = !/ AND /.test(licence) && /\bMIT\b.*\bOR\b|\bOR\b.*\bMIT\b|MIT\/|\/MIT/i.test(licence) && files.some((name) => /mit/i.test(name));
  const taken = mitOnly ? files.filter((name) => /mit|notice/i.test(name)) : files;
  const words = taken.map((name) => readFileSync(join(folder, name), 'utf8').trim()).filter((text) => text.length > 100);
  if (words.length > 0) return words;
  if (/\bMIT\b/.test(licence)) return [mit(authors.join(', ') || 'the authors')];
  if (/Apache-2\.0/.test(licence)) return [readFileSync(join(root, 'public', 'licenses', 'apache-2.0.txt'), 'utf8').trim()];
  return [];
}

function mit(holders) {
  const [, ...own] = readFileSync(join(root, 'LICENSE-MIT'), 'utf8').split(/\n(?=Permission is hereby granted)/);
  return `MIT License\n\nCopyright (c) ${holders}\n\n${own.join('\n').trim()}`;
}

const home = (repository) => (repository?.url ?? repository ?? '').replace(/^git\+/, '').replace(/^git:/, 'https:').replace(/\.git$/, '');

/** The place of a text in the list, where each stands once. */
function numbered(texts, text) {
  const known = texts.indexOf(text);
  return known >= 0 ? known : texts.push(text) - 1;
}
