// What the project is built with, held to deny.toml: licences, sources and bans of crates, and licences of npm packages.
//
// cargo-deny does the same for crates, but is itself some hundred crates to build on a fresh machine, so it is asked for
// advisories alone (`cargo xtask audit`). This needs nothing that a build does not have.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);

/** Licences that only the tests' and the build's own packages have; none of them is in the site. */
export const onlyTools = ['BSD-2-Clause', 'ISC', 'MPL-2.0', 'OFL-1.1', 'SEE LICENSE IN LICENSE'];

/** The texts of a list in deny.toml. */
export function listed(toml, name) {
  const found = toml.match(new RegExp(`^${name} = \\[([^\\]]*)\\]`, 'm'));
  if (!found) throw new Error(`deny.toml has no list ${name}`);
  return [...found[1].matchAll(/"([^"]+)"/g)].map(([, text]) => text);
}

/** Whether a licence as SPDX writes it, or as older crates do with `/`, can be met by what is allowed. */
export function isMet(licence, allowed) {
  const words = licence.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (words[at] === '(') {
      at += 1;
      const inner = any();
      at += 1;
      return inner;
    }
    let name = words[at++];
    while (at < words.length && !['AND', 'OR', '(', ')'].includes(words[at])) name += ` ${words[at++]}`;
    return allowed.includes(name);
  };
  const all = () => {
    let met = one();
    while (words[at] === 'AND') (at += 1), (met = one() && met);
    return met;
  };
  const any = () => {
    let met = all();
    while (words[at] === 'OR') (at += 1), (met = all() || met);
    return met;
  };
  return words.length > 0 && any();
}

/** What is wrong with the crates. */
export function wrongCrates(packages, toml) {
  const [licences, banned] = [listed(toml, 'allow'), listed(toml, 'deny')];
  // All are of one registry: cargo's own, as that of the first is.
  const registry = packages.find(({ source }) => source?.startsWith('registry+'))?.source;
  return packages.flatMap(({ name, version, license, source, dependencies }) => {
    const wrong = [];
    if (!isMet(license ?? '', licences)) wrong.push(`licence ${license}`);
    if (source !== null && source !== registry) wrong.push(`source ${source}`);
    if (banned.includes(name)) wrong.push('banned');
    if (source === null) wrong.push(...dependencies.filter(({ req, path }) => req === '*' && !path).map((of) => `any version of ${of.name}`));
    return wrong.map((what) => `${name} ${version}: ${what}`);
  });
}

/** What is wrong with the npm packages of a lock file. */
export function wrongPackages(packages, toml) {
  const allowed = [...listed(toml, 'allow'), ...onlyTools];
  return Object.entries(packages).filter(([path]) => path !== '').flatMap(([path, { license, resolved, integrity, link }]) => {
    const wrong = [];
    if (!isMet(license ?? '', [...allowed]) && !allowed.includes(license)) wrong.push(`licence ${license}`);
    // The lock file names no address of what is from the registry (.npmrc).
    if (link || resolved) wrong.push(`source ${resolved}`);
    if (!integrity) wrong.push('no integrity');
    return wrong.map((what) => `${path}: ${what}`);
  });
}

export const toml = () => readFileSync(new URL('deny.toml', root), 'utf8');
export const lockFile = () => JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')).packages;

/** Every crate that the lock file has, of all targets, for tests and for building too. */
export function crates() {
  const asked = ['metadata', '--format-version', '1', '--locked'];
  return JSON.parse(execFileSync('cargo', asked, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })).packages;
}
