// Runs the process in bpmn-engine as people would: each task is done as it comes, each question answered when it is met.

import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

const silent = () => ({ debug() {}, error() {}, warn() {} });

/** These are answered by the activity they are met at; other pools follow the answer. */
const decidedBy = { U18_SA: 'carry_out', G9_HD: 'check_ok' };
const followed = ['carry-out', 'check-ok', 'succeeded'];

/**
 * Runs the process with these answers, each gateway's in the order in which it asks.
 * Gives the activities in the order in which they were done, where it still waits, and the answers nobody asked for.
 */
export async function run(source, answers) {
  const left = structuredClone(answers);
  const known = {};
  const done = [];
  const conditions = new Map();
  const ask = (variable) => {
    known[variable] = left[variable]?.shift();
    if (left[variable]?.length === 0) delete left[variable];
    // Whether an attempt succeeded follows from how it ended.
    if (variable === 'check_ok') known.succeeded = known.check_ok;
    if (variable === 'abandon' && known.abandon === 'yes') known.succeeded = 'no';
  };
  const listener = new EventEmitter();
  listener.on('activity.start', ({ id, type }) => {
    const gateway = id.split('_')[0];
    if (type === 'bpmn:ExclusiveGateway' && !followed.includes(gateway)) ask(gateway.replaceAll('-', '_'));
  });
  listener.on('activity.wait', (task) => {
    if (task.type !== 'bpmn:UserTask') return;
    // People take their time: everything else that can happen happens first.
    setImmediate(() => {
      if (decidedBy[task.id]) ask(decidedBy[task.id]);
      task.signal();
    });
  });
  listener.on('activity.end', ({ id, type }) => {
    if (/Task|SubProcess|CallActivity/.test(type)) done.push(id);
  });
  // The conditions are expressions of JavaScript on the gateways' variables.
  const scripts = {
    register({ id, behaviour }) {
      if (behaviour?.conditionExpression) conditions.set(id, behaviour.conditionExpression.body);
    },
    getScript(language, { id }) {
      const body = conditions.get(id);
      if (!body) return;
      if (language !== 'javascript') throw new Error(`${id} is in ${language}`);
      return {
        execute(scope, next) {
          next(null, new Function(...Object.keys(known), `return ${body}`)(...Object.values(known)));
        },
      };
    },
  };
  const execution = await new Engine({ name: 'process', source, scripts, Logger: silent }).execute({ listener });
  let seen = -1;
  while (seen !== done.length) {
    seen = done.length;
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => { setImmediate(next); });
  }
  const waiting = execution.getPostponed().map((activity) => activity.id);
  if (waiting.length > 0) await execution.stop();
  return { done, waiting, unasked: left };
}
