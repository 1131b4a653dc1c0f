// The results in words and tables.

import { largest, median, ratio } from './numbers.mjs';
import { shown, table } from './table.mjs';
import { verdict } from './targets.mjs';

/** Each figure's median by size; of the longest tasks and what an edit writes, the largest. */
export function medians({ app, yardstick, visit }) {
  const sized = (all) =>
    Object.fromEntries(Object.entries(all).map(([routes, { figures }]) => [routes, Object.fromEntries(Object.entries(figures).map(sum))]));
  const firstVisit = Object.entries(visit.bytes).reduce((all, [kind, bytes]) => (kind === 'fonts' ? all : all + bytes), 0);
  const once = {
    firstVisit,
    ready: median(visit.ready),
    yardstickReady: median(visit.yardstickReady),
  };
  return { app: sized(app), yardstick: sized(yardstick), once };
}

function sum([name, runs]) {
  if (typeof runs[0] === 'boolean') return [name, runs.every(Boolean)];
  const worst = name.endsWith('Task') || ['saveCalls', 'saveCharacters', 'nodes'].includes(name);
  return [name, worst ? largest(runs) : median(runs)];
}

// What each row of the table shows: its words, the app's figure and unit, and the yardstick's beside it.
const rows = [
  ['first paint, with the case stored', 'openPaint', 'ms'],
  ['ready, with the case stored', 'readyWithCase', 'ms'],
  ['open a case (by its address) → its routes', 'open', 'ms', 'load'],
  ['open a case from the list → overview', 'openFromList', 'ms'],
  ['open its file → overview', 'openFile', 'ms'],
  ['set one answer → frame', 'answer', 'ms', 'answer'],
  ['  main thread busy', 'answerBusy', 'ms', 'answerBusy'],
  ['tick an activity → frame', 'tick', 'ms', 'answer'],
  ['  main thread busy', 'tickBusy', 'ms', 'answerBusy'],
  ['filter → frame', 'filter', 'ms', 'filter'],
  ['  main thread busy', 'filterBusy', 'ms', 'filterBusy'],
  ['one answer for 40 routes → frame', 'bulk', 'ms', 'answer'],
  ['  main thread busy', 'bulkBusy', 'ms', 'answerBusy'],
  ['save of an edit: storage calls, most', 'saveCalls', ''],
  ['save of an edit: characters, most', 'saveCharacters', ''],
  ['save of an edit: time in the storage', 'saveMs', 'ms'],
  ['list pasted → its columns', 'listColumns', 'ms'],
  ['list: columns agreed → preview', 'listPreview', 'ms'],
  ['list: pressed → in the case', 'listDo', 'ms'],
  ['merge: file chosen → preview', 'mergePreview', 'ms'],
  ['merge: pressed → merged', 'mergeDo', 'ms'],
  ['longest task: open a case', 'openTask', 'ms'],
  ['longest task: open its file', 'openFileTask', 'ms'],
  ['longest task: answer', 'answerTask', 'ms', 'answerTask'],
  ['longest task: tick', 'tickTask', 'ms'],
  ['longest task: filter', 'filterTask', 'ms', 'filterTask'],
  ['longest task: go to a page', 'pageTask', 'ms'],
  ['longest task: answer for 40', 'bulkTask', 'ms'],
  ['longest task: list', 'listTask', 'ms'],
  ['longest task: merge, preview', 'mergePreviewTask', 'ms'],
  ['longest task: merge', 'mergeDoTask', 'ms'],
  ['memory: JavaScript', 'heap', 'B'],
  ['memory: wasm', 'wasmMemory', 'B'],
  ['DOM nodes, the fullest page', 'nodes', '', 'nodes'],
  ['events', 'events', ''],
  ['characters in storage', 'stored', '', 'stored'],
];

/** All that is printed. */
export function report(result) {
  const { app, yardstick, once } = medians(result);
  const { visit, targets } = result;
  const sizes = Object.keys(app);
  const head = ['', ...sizes.flatMap((routes) => [`${Number(routes).toLocaleString('en-GB')} routes`, 'yardstick', 'ratio'])];
  const line = ([words, name, unit, other]) => [
    words,
    ...sizes.flatMap((routes) => {
      const [own, beside] = [app[routes][name], other && yardstick[routes]?.[other]];
      return [shown(own, unit), other ? shown(beside, unit) : '', other ? shown(ratio(own, beside), '×') : ''];
    }),
  ];
  const bytes = Object.entries(visit.bytes).map(([kind, sum]) => [kind, shown(sum, 'B')]);
  const first = [
    ['first paint', shown(median(visit.paint), 'ms'), shown(median(visit.yardstickPaint), 'ms'), shown(ratio(median(visit.paint), median(visit.yardstickPaint)), '×')],
    ['ready', shown(once.ready, 'ms'), shown(once.yardstickReady, 'ms'), shown(ratio(once.ready, once.yardstickReady), '×')],
    ['longest task', shown(largest(visit.task), 'ms'), '', ''],
  ];
  const said = Object.entries(result.app).map(([routes, { notes }]) => `- ${routes} routes: "${notes.saved}"; a new tab shows ${notes.routes} routes; after the merge "${notes.merge.saved}"`);
  return [
    `${result.date.slice(0, 10)}, commit ${result.commit}, ${result.chromium}, ${result.cores} cores, ${slow(result)}, medians of ${result.runs} runs (lists and merges: ${Math.min(result.runs, 3)})`,
    table([['over the wire, first visit, brotli', ''], ...bytes, ['all but fonts', shown(once.firstVisit, 'B')]]),
    table([['first visit, nothing stored', 'app', 'yardstick', 'ratio'], ...first]),
    table([head, ...rows.map(line)]),
    table([['target', 'at most', 'reached', ''], ...targets.map((target) => [target.words, target.target, target.reached, verdict(target)])]),
    ['What the app says of the storage:', ...said].join('\n'),
  ].join('\n\n');
}

const slow = ({ slowdown }) => `CPU slowed down ${slowdown}×`;
