// Runs some of the cases in a thread of its own, and tells how each went.

import { parentPort, workerData } from 'node:worker_threads';
import { run } from './bpmn_engine.mjs';

for (const one of workerData.cases) {
  parentPort.postMessage({ one, ran: await run(workerData.source, one.answers) });
}
