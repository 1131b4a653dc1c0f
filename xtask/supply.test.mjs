// What the project is built with may be used, comes from where it should, and is none of what is banned.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crates, isMet, lockFile, toml, wrongCrates, wrongPackages } from './supply.mjs';

test('every crate has a licence that is allowed, a known source, and is not banned', () => {
  const all = crates();
  assert.ok(all.length > 100);
  assert.deepEqual(wrongCrates(all, toml()), []);
});

test('every npm package has a licence that is allowed, comes from the registry, and is held to its integrity', () => {
  const all = lockFile();
  assert.ok(Object.keys(all).length > 50);
  assert.deepEqual(wrongPackages(all, toml()), []);
});

test('a licence is met as its words say', () => {
  const allowed = ['MIT', 'Zlib', 'Apache-2.0 WITH LLVM-exception'];
  for (const met of ['MIT', 'MIT OR GPL-3.0', 'GPL-3.0/MIT', '(MIT OR GPL-3.0) AND Zlib', 'Apache-2.0 WITH LLVM-exception OR X']) {
    assert.ok(isMet(met, allowed), met);
  }
  for (const not of ['GPL-3.0', 'MIT AND GPL-3.0', '(MIT OR Zlib) AND X', 'Apache-2.0', '']) assert.ok(!isMet(not, allowed), not);
});

test('what is not allowed is found', () => {
  const rules = 'allow = ["MIT"]\ndeny = ["bad"]\n';
  const crate = (name, license, source, dependencies = []) => ({ name, version: '1.0.0', license, source, dependencies });
  const all = [
    crate('good', 'MIT', 'registry+https://a'),
    crate('copyleft', 'GPL-3.0', 'registry+https://a'),
    crate('git', 'MIT', 'git+https://b'),
    crate('other', 'MIT', 'registry+https://b'),
    crate('bad', 'MIT', 'registry+https://a'),
    crate('own', 'MIT', null, [{ name: 'x', req: '*' }, { name: 'y', req: '*', path: '/y' }]),
    crate('none', null, 'registry+https://a'),
  ];
  assert.deepEqual(wrongCrates(all, rules), [
    'copyleft 1.0.0: licence GPL-3.0',
    'git 1.0.0: source git+https://b',
    'other 1.0.0: source registry+https://b',
    'bad 1.0.0: banned',
    'own 1.0.0: any version of x',
    'none 1.0.0: licence null',
  ]);
  const packages = { '': {}, a: { license: 'MIT', integrity: 'x' }, b: { license: 'GPL-3.0', integrity: 'x' }, c: { license: 'MIT', resolved: 'https://elsewhere/c', integrity: 'x' }, d: { license: 'MIT' } };
  assert.deepEqual(wrongPackages(packages, rules), ['b: licence GPL-3.0', 'c: source https://elsewhere/c', 'd: no integrity']);
});
