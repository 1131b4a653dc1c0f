// Stock Firefox, where the paper is printed by another engine: where it is, and how it is started.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What starts Firefox with a profile in a folder. */
export function launchingFirefox(folder) {
  return {
    browser: 'firefox',
    executablePath: program(),
    userDataDir: join(folder, 'firefox'),
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'da',
      // What it fetches for itself when it starts is no part of a story.
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  };
}

function program() {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
  const found = process.env.FIREFOX ?? places.find((place) => existsSync(place));
  if (!found) throw new Error('no Firefox found: install it, or name it in FIREFOX');
  return found;
}
