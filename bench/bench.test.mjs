// The driver's sums and verdicts; what it measures is never a test.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partedCase, writtenCase } from './cases.mjs';
import { byKind, largest, median, ratio } from './numbers.mjs';
import { shown, table } from './table.mjs';
import { judged, verdict } from './targets.mjs';

const within = {
  app: {
    100: { answer: 20, saveCalls: 3, nodes: 900 },
    2000: { stored: 1_200_000, saveCalls: 3, saveCharacters: 2_500 },
    10000: { answer: 26, open: 400, filter: 60, bulk: 60, listTask: 200, listProgress: true, mergeTask: 200, mergeProgress: true, nodes: 5_000 },
  },
  yardstick: { 10000: { answer: 20, load: 100 } },
  once: { firstVisit: 250_000, ready: 220, yardstickReady: 100 },
};

const target = (figures, words) => judged(figures).find((one) => one.words.startsWith(words));

test('the median is the middle one, whatever the order, and skips what was not measured', () => {
  assert.equal(median([9, 1, 10]), 9);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([undefined, 7, NaN]), 7);
  assert.equal(median([]), undefined);
  assert.equal(largest([3, 11, 2]), 11);
});

test('a ratio needs both of its sides', () => {
  assert.equal(ratio(30, 20), 1.5);
  assert.equal(ratio(undefined, 20), undefined);
  assert.equal(ratio(30, 0), undefined);
});

test('bytes are summed by kind', () => {
  const weighed = [{ kind: 'JS', bytes: 5 }, { kind: 'wasm', bytes: 7 }, { kind: 'JS', bytes: 1 }];
  assert.deepEqual(byKind(weighed), { JS: 6, wasm: 7 });
});

test('a figure at its limit is within it, and one beyond is not', () => {
  for (const one of judged(within)) assert.equal(one.met, true, one.words);
  const beyond = structuredClone(within);
  beyond.app[10000].answer = 31;
  assert.equal(target(beyond, 'answer → frame at 10,000 routes, to the yardstick').met, false);
  assert.equal(target(beyond, 'answer → frame at 10,000 routes, to its own').met, false);
  beyond.app[100].nodes = 5_001;
  assert.equal(verdict(target(beyond, 'DOM nodes')), 'NOT MET');
});

test('what was not measured is not met and not failed', () => {
  assert.equal(verdict(target({ ...within, app: {} }, 'open a case')), 'not measured');
});

test('a table stands in columns', () => {
  assert.equal(table([['', 'ms'], ['open', '1,200'], ['a', '3']]), '         ms\n----  -----\nopen  1,200\na         3');
  assert.equal(shown(1234.5, 'ms'), '1,235 ms');
  assert.equal(shown(1.256, '×'), '1.26×');
  assert.equal(shown(undefined, 'ms'), '–');
});

test('a written case has as many events as asked for, and two files of one case part after the same beginning', () => {
  const { events, routes } = writtenCase({ routes: 200, perRoute: 10 });
  assert.equal(routes.length, 200);
  assert.ok(events >= 2_000 && events < 2_100, String(events));
  const [mine, theirs] = partedCase({ routes: 200 }).map(({ text }) => JSON.parse(text));
  assert.equal(mine.case, theirs.case);
  const shared = mine.events.filter((event, n) => JSON.stringify(event) === JSON.stringify(theirs.events[n]));
  assert.ok(shared.length >= 1_000 && shared.length < mine.events.length);
  const fresh = [mine, theirs].map(({ events }) => events.slice(shared.length).map((event) => event.id));
  assert.equal(fresh[0].filter((id) => fresh[1].includes(id)).length, 0, 'the two write under the same identities');
});
