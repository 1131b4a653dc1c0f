// Stories told by people in browsers: a story gets the built site and as many browser profiles as it has people.
//
// story('what a user would notice', async ({ site, profile }) => {
//   const mette = await profile();            // a browser with nothing stored
//   const page = await mette.open(await site());
//   await click(page, 'button', 'Ny sag');    // helpers: ./acts.mjs
// });
//
// Stories are told in Chromium; with BROWSER=firefox in Firefox. What that browser does not have, or what nobody can do in it
// for a person yet, is named by the story itself, which is then not told there: `{ notInFirefox: 'why' }`. Two things differ
// in the means (./firefox.mjs, ./acts.mjs): its downloads are seen in their folder, and a file is put in the input
// without its dialog.
//
// A story fails, besides by what it asserts, when a page it opened logged an error, broke its content policy or asked
// another origin for anything. `expectErrors(page, /…/)` names the errors that belong to the story.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { launching } from './chromium.mjs';
import { followDownloads, launchingFirefox } from './firefox.mjs';
import { serve } from './server.mjs';

export * from './acts.mjs';
export * from './paper.mjs';

/** A host name that is not loopback, so plain http on it is no secure context. */
export const intranet = 'udskift.test';

/** Stories are told in Firefox. */
export const inFirefox = process.env.BROWSER === 'firefox';

const expected = new WeakMap();

/** Names errors that the story provokes on purpose. */
export function expectErrors(page, pattern) {
  expected.get(page).push(pattern);
}

/** Declares one test. Everything it opens is closed, and its pages are checked, when it ends. */
export function story(name, tell, { timeout = 120_000, notInFirefox } = {}) {
  if (inFirefox && notInFirefox) return;
  // It starts slowly, and is asked through more layers.
  test(name, { timeout: inFirefox ? 3 * timeout : timeout }, async (t) => {
    const closing = [];
    const complaints = [];
    const site = async (prefix = '/', host, options) => {
      const server = await serve(prefix, undefined, options);
      closing.push(() => server.close());
      return server.address(host);
    };
    const profile = async (options) => {
      const made = new Profile(complaints, options);
      // Before the servers: a page that still fetches something must not find its site gone.
      closing.unshift(() => made.remove());
      await made.start();
      return made;
    };
    try {
      await tell({ site, profile, t });
    } catch (error) {
      if (complaints.length > 0) error.message += `\n--- and the pages complained:\n${complaints.join('\n')}`;
      throw error;
    } finally {
      for (const close of closing) await close();
    }
    assert.deepEqual(complaints, [], 'the pages of this story logged errors or left their origin');
  });
}

/** One person's browser: own storage, own downloads. */
class Profile {
  #complaints;
  #folder = mkdtempSync(join(tmpdir(), 'udskift-'));
  #firefox;
  #offline;
  #browser;
  #unfollow = () => {};
  /** The files downloaded so far: `{ name, path, done }`, in order. */
  downloads = [];

  /**
   * With `firefox`, in that browser, whichever the stories are told in. With `offline` the site is kept for use without
   * network; otherwise not, so that each page comes from the server that the test has set up.
   */
  constructor(complaints, { firefox = inFirefox, offline = false } = {}) {
    this.#offline = offline;
    this.#complaints = complaints;
    this.#firefox = firefox;
  }

  async start() {
    const launch = this.#firefox ? launchingFirefox : launching;
    this.#browser = await puppeteer.launch(launch(this.#folder, [intranet]));
    if (this.#firefox) this.#unfollow = followDownloads(this.#folder, this.downloads);
    else await this.#followDownloads();
  }

  /** Closes the browser and opens it again with the same storage. */
  async restart() {
    this.#unfollow();
    await this.#browser.close();
    await this.start();
  }

  /** Opens an address in a new tab and waits until the app stands there. `prepare` may set the tab up first. */
  async open(address, { prepare, ready = 'main h1' } = {}) {
    const page = await this.#browser.newPage();
    page.downloads = this.downloads;
    page.folder = this.#folder;
    await this.#watch(page, new URL(address).origin);
    await prepare?.(page);
    await page.goto(address);
    await page.waitForSelector(ready, { visible: true });
    return page;
  }

  // Each is kept under a name of its own, so that two of one name do not meet.
  async #followDownloads() {
    const session = await this.#browser.target().createCDPSession();
    session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => {
      this.downloads.push({ guid, name: suggestedFilename, path: join(this.#folder, guid), done: false });
    });
    session.on('Browser.downloadProgress', ({ guid, state }) => {
      const file = this.downloads.find((download) => download.guid === guid);
      if (file && state === 'completed') file.done = true;
    });
    const how = { behavior: 'allowAndName', downloadPath: this.#folder, eventsEnabled: true };
    await session.send('Browser.setDownloadBehavior', how);
  }

  async #watch(page, origin) {
    const allowed = [];
    expected.set(page, allowed);
    const complain = (text) => {
      if (!allowed.some((pattern) => pattern.test(text))) this.#complaints.push(text);
    };
    page.on('console', (message) => {
      const at = message.location()?.url ?? '';
      if (message.type() === 'error') complain(`console: ${message.text()} ${at}`);
    });
    page.on('popup', (popup) => complain(`opened a window: ${popup?.url()}`));
    page.on('pageerror', (error) => complain(`page error: ${error.message}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      const local = ['data:', 'blob:', 'about:'].includes(url.protocol);
      if (!local && url.origin !== origin) complain(`left its origin: ${url.href}`);
    });
    if (!this.#offline) {
      await page.evaluateOnNewDocument(() => {
        delete Navigator.prototype.serviceWorker;
      });
    }
    // Chromium logs most violations itself; this names the directive too.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  async remove() {
    this.#unfollow();
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
