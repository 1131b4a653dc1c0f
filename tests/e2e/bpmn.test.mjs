// The process as BPMN, by public tools: bpmn-moddle reads it, bpmn-js draws it, and bpmn-engine runs it.
//
// The file and a hundred cases come from a test of the domain, which is run first: each case is a set of answers, and how
// often our guidance calls for each role's activities under them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BpmnModdle } from 'bpmn-moddle';
import puppeteer from 'puppeteer-core';
import { run } from './bpmn_engine.mjs';
import { launching } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = (name) => join(root, 'target', 'tmp', 'bpmn', name);
let source;
let cases;

before(() => {
  execFileSync('cargo', ['test', '--quiet', '--locked', '--test', 'domain', 'bpmn::'], { cwd: root, stdio: 'pipe' });
  source = readFileSync(file('process.bpmn'), 'utf8');
  cases = JSON.parse(readFileSync(file('cases.json'), 'utf8'));
}, { timeout: 900_000 });

test('bpmn-moddle reads it without a warning, and finds seven roles in four diagrams', async () => {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(source);
  assert.deepEqual(warnings.map((warning) => warning.message), []);
  const collaborations = rootElement.rootElements.filter((element) => element.$type === 'bpmn:Collaboration');
  assert.deepEqual(
    rootElement.diagrams.map((diagram) => diagram.name),
    ['Udskift it-system (del 1)', 'Udskift it-system (del 2)', 'Forbered ruter', 'Gennemfør omlægning af ruter'],
  );
  const roles = new Set(collaborations.flatMap((one) => one.participants.map((pool) => pool.name)));
  assert.equal(roles.size, 7);
  // Each of the 28 handovers is a message between pools, beside the words that the source leaves out.
  const messages = collaborations.flatMap((one) => one.messageFlows ?? []);
  assert.ok(messages.length >= 28);
  assert.ok(messages.every((flow) => flow.sourceRef && flow.targetRef && flow.sourceRef.$parent !== flow.targetRef.$parent));
});

test('bpmn-js draws each diagram without a warning', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'udskift-bpmn-'));
  const browser = await puppeteer.launch(launching(folder));
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(root, 'tests', 'e2e', 'bpmn.html')).href);
    await page.addScriptTag({ path: join(root, 'node_modules', 'bpmn-js', 'dist', 'bpmn-viewer.production.min.js') });
    const { diagrams } = (await new BpmnModdle().fromXML(source)).rootElement;
    for (const diagram of diagrams) {
      const drawn = await page.evaluate(
        async (xml, id) => {
          document.body.innerHTML = '<div id="canvas"></div>';
          const viewer = new globalThis.BpmnJS({ container: '#canvas', width: 3000, height: 1200 });
          const read = await viewer.importXML(xml, id);
          return {
            warnings: read.warnings.map((warning) => warning.message),
            shapes: document.querySelectorAll('.djs-shape').length,
            lines: document.querySelectorAll('.djs-connection').length,
          };
        },
        source,
        diagram.id,
      );
      assert.deepEqual(drawn.warnings, [], diagram.name);
      const elements = diagram.plane.planeElement;
      const edges = elements.filter((element) => element.$type === 'bpmndi:BPMNEdge');
      assert.equal(drawn.lines, edges.length, diagram.name);
      assert.ok(drawn.shapes >= elements.length - edges.length, diagram.name);
      if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${diagram.id}.png`), clip: { x: 0, y: 0, width: 3000, height: 1200 } });
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an engine that runs it performs, for a hundred cases, what our guidance calls for', { timeout: 1_800_000 }, async () => {
  assert.equal(cases.length, 100);
  const results = await inThreads();
  assert.equal(results.length, 100);
  for (const { one: { seed, answers, performed }, ran: { done, waiting, unasked } } of results) {
    const counts = {};
    for (const activity of done) counts[activity] = (counts[activity] ?? 0) + 1;
    assert.deepEqual(sorted(counts), sorted(performed), `case ${seed}: ${JSON.stringify(answers)}`);
    assert.deepEqual(waiting, [], `case ${seed} comes to its end`);
    assert.deepEqual(unasked, {}, `case ${seed} asks all there is to answer`);
  }
});

test('a message that is not sent stops the engine where our guidance would wait', { timeout: 60_000 }, async () => {
  const answers = cases[0].answers;
  const silent = source.replace(/(<bpmn:intermediateThrowEvent id="send_registered"[\s\S]*?)<bpmn:messageEventDefinition[^>]*\/>/, '$1');
  assert.notEqual(silent, source);
  const { done } = await run(silent, answers);
  assert.ok(done.includes('U3_FN') && !done.includes('U4_SA') && !done.includes('U7_SA'), done.join(' '));
});

/** Runs every case, on all processors. */
async function inThreads() {
  const count = availableParallelism();
  const results = [];
  const shares = Array.from({ length: count }, (_, at) => cases.filter((_, place) => place % count === at));
  await Promise.all(shares.map((share) => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bpmn_worker.mjs', import.meta.url), { workerData: { source, cases: share } });
    worker.on('message', (result) => results.push(result));
    worker.on('error', reject);
    worker.on('exit', resolve);
  })));
  return results;
}

const sorted = (counts) => Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
