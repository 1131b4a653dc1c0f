// The published schema against an independent validator: it takes each file the app takes, and refuses what it can judge.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = path => {
  // As the app does: bytes that are no UTF-8 are refused, a byte order mark is not part of the text.
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(path, root))));
};
const files = folder => readdirSync(new URL(`tests/fixtures/files/${folder}/`, root)).map(name => `tests/fixtures/files/${folder}/${name}`);
const validate = new Ajv({ allErrors: false, allowUnionTypes: true }).compile(read('public/sagsfil.schema.json'));

/** What is wrong between two places of a file, or lost as soon as its JSON is parsed: no schema sees that. */
const beyondSchema = new Set([
  'author-not-in-list', 'batch-after-event', 'case-of-other-event', 'clock-far-ahead', 'identity-twice',
  'newer-field-deeply-nested', 'repeated-key', 'repeated-key-in-event', 'shared-two-cases', 'value-lone-surrogate',
  'value-no-such-day',
]);

for (const path of [...files('valid'), ...files('frozen'), 'public/eksempelsag.json']) {
  test(`the schema takes ${path}`, () => assert.ok(validate(read(path)), JSON.stringify(validate.errors)));
}

for (const path of files('invalid')) {
  const name = path.split('/').pop().replace('.json', '');
  const told = beyondSchema.delete(name);
  test(`the schema ${told ? 'cannot judge' : 'refuses'} ${path}`, () => {
    let json;
    try {
      json = read(path);
    } catch {
      return assert.ok(!told, 'it is no JSON');
    }
    assert.equal(validate(json), told, JSON.stringify(validate.errors));
  });
}

test('each file that no schema can judge is there', () => assert.deepEqual([...beyondSchema], []));
