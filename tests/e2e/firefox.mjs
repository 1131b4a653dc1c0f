// Stock Firefox, an engine of its own for screen and paper: where it is, how it is started, what it downloads.

import { existsSync, mkdirSync, readdirSync, renameSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { env } from './chromium.mjs';

/** What starts Firefox with a profile in a folder; of host names it knows `hosts` besides 127.0.0.1. */
export function launchingFirefox(folder, hosts = []) {
  return {
    browser: 'firefox',
    executablePath: program(),
    env,
    userDataDir: join(folder, 'firefox'),
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'da',
      'network.dns.localDomains': hosts.join(','),
      'browser.download.folderList': 2,
      'browser.download.dir': downloaded(folder),
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.download.alwaysOpenPanel': false,
      // What it fetches for itself when it starts is no part of a story.
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  };
}

/** Adds each finished download to `downloads`, as Chromium's own events do; gives what ends it. */
export function followDownloads(folder, downloads) {
  const from = downloaded(folder);
  mkdirSync(from, { recursive: true });
  const look = () => {
    for (const name of readdirSync(from)) {
      // While it comes, it is an empty file beside one that ends so; that may be gone before it is looked at.
      const size = statSync(join(from, name), { throwIfNoEntry: false })?.size ?? 0;
      if (name.endsWith('.part') || size === 0) continue;
      // Moved, so that the next of the same name keeps its name.
      const path = join(folder, `hentet-${downloads.length}`);
      renameSync(join(from, name), path);
      downloads.push({ name, path, done: true });
    }
  };
  const watcher = watch(from, look);
  return () => watcher.close();
}

const downloaded = (folder) => join(folder, 'hentet');

function program() {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
  const found = process.env.FIREFOX ?? places.find((place) => existsSync(place));
  if (!found) throw new Error('no Firefox found: install it, or name it in FIREFOX');
  return found;
}
