// A browser for measuring: stock Chromium, slowed down, with nothing stored; and pages with the probe in them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launching } from '../tests/e2e/chromium.mjs';
import { probe } from './probe.mjs';

/** How much slower than this machine the pages run. */
export const slowdown = 4;
const patience = 600_000;

/** A browser with a profile of its own. */
export async function browser() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const chromium = await puppeteer.launch({ ...launching(folder), protocolTimeout: patience });
  return {
    folder,
    version: () => chromium.version(),
    context: async () => new Context(await chromium.createBrowserContext(), folder),
    close: async () => {
      await chromium.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A person's browser: own storage, own cache. */
class Context {
  #context;

  constructor(context, folder) {
    this.#context = context;
    this.folder = folder;
  }

  /** Opens an address in a tab of its own, and waits until `ready` stands; gives the page, with what that took. */
  async open(address, ready) {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(patience);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await page.emulateCPUThrottling(slowdown);
    // Otherwise what is kept for use without network is fetched while the page is measured.
    await page.evaluateOnNewDocument(() => {
      delete Navigator.prototype.serviceWorker;
    });
    await page.evaluateOnNewDocument(probe, ready);
    // A tab in the background draws no frames.
    await page.bringToFront();
    await page.goto(address);
    const { stands, paint } = await page.evaluate(async () => ({
      stands: await window.bench.ready,
      paint: await window.bench.paint,
    }));
    // What stands but is not painted is not shown.
    return Object.assign(page, { took: Math.max(stands, paint), paint, session, folder: this.folder });
  }

  async close() {
    await this.#context.close();
  }
}

/** Bytes in use, after what is not has been let go of: of JavaScript, and of wasm where there is any. */
export async function memory(page) {
  await page.session.send('HeapProfiler.collectGarbage');
  const { metrics } = await page.session.send('Performance.getMetrics');
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  const wasm = await page.evaluate(() => window.bench.memory?.buffer.byteLength ?? 0);
  return { used, wasm };
}
