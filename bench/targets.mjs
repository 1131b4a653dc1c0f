// What the app is held to, and whether the figures of a run are within it.

import { shown } from './table.mjs';
import { ratio } from './numbers.mjs';

/**
 * Judges the medians of a run. `app` and `yardstick` are figures by number of routes, `once` those that are of no size.
 * Gives per target its words, what was reached, and whether that is within it; `met` is undefined where nothing was measured.
 */
export function judged({ app, yardstick, once }) {
  const at = (figures, routes, name) => figures[routes]?.[name];
  const of = (name, routes, other, otherRoutes) => ratio(at(app, routes, name), at(other, otherRoutes ?? routes, other === app ? name : yardsticks[name]));
  const worst = (name) => {
    const values = Object.values(app).map((figures) => figures[name]).filter(Number.isFinite);
    return values.length > 0 ? Math.max(...values) : undefined;
  };
  return [
    limit('first visit, brotli, without fonts', once.firstVisit, 250_000, 'B'),
    limit('ready, to the yardstick', ratio(once.ready, once.yardstickReady), 2.2, '×'),
    limit('answer → frame at 10,000 routes, to the yardstick', of('answer', 10_000, yardstick), 1.5, '×'),
    limit('answer → frame at 10,000 routes, to its own at 100', of('answer', 10_000, app, 100), 1.3, '×'),
    limit('open a case of 10,000 routes, to the yardstick\'s load', of('open', 10_000, yardstick), 4, '×'),
    limit('storage calls of an edit, at any size', worst('saveCalls'), 3, ''),
    limit('characters written by an edit, at any size', worst('saveCharacters'), 2_500, ''),
    limit('filter at 10,000 routes, in frames of the yardstick', of('filter', 10_000, yardstick), 3, '×'),
    limit('bulk set at 10,000 routes, in frames of the yardstick', of('bulk', 10_000, yardstick), 3, '×'),
    limit('import of 10,000 rows, longest task', at(app, 10_000, 'listTask'), 200, 'ms'),
    said('import: progress shown, can be cancelled', at(app, 10_000, 'listProgress')),
    limit('merge of two files of 10,000 routes, longest task', at(app, 10_000, 'mergeTask'), 200, 'ms'),
    said('merge: progress shown, can be cancelled', at(app, 10_000, 'mergeProgress')),
    limit('DOM nodes, the fullest page at any size', worst('nodes'), 5_000, ''),
    limit('2,000 routes with 20,000 events, characters stored', at(app, 2_000, 'stored'), 1_200_000, ''),
  ];
}

/** Which of the yardstick's measures each of the app's is held against. A frame of the yardstick is its answer's. */
const yardsticks = { answer: 'answer', open: 'load', filter: 'answer', bulk: 'answer' };

function limit(words, value, most, unit) {
  if (!Number.isFinite(value)) return { words, target: `≤ ${shown(most, unit)}`, reached: '–', met: undefined };
  return { words, target: `≤ ${shown(most, unit)}`, reached: shown(value, unit), met: value <= most, value, most };
}

function said(words, value) {
  return { words, target: 'yes', reached: value === undefined ? '–' : value ? 'yes' : 'no', met: value };
}

/** A target's verdict in words. */
export function verdict({ met }) {
  if (met === undefined) return 'not measured';
  return met ? 'met' : 'NOT MET';
}
