// Stock Chromium, as every page of the project is driven: where it is, and how it is started.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the machine says no language, a browser takes names of files for ASCII, and Danish ones are lost. */
export const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** What starts a browser whose profile is in a folder; of host names it knows `hosts`, and 127.0.0.1. */
export function launching(folder, hosts = []) {
  const rules = [...hosts.map((host) => `MAP ${host} 127.0.0.1`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return {
    executablePath: program(),
    env,
    userDataDir: join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=da',
      `--host-resolver-rules=${rules.join(', ')}`,
      // Chromium's sandbox does not run as root, which test machines often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

function program() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (!found) throw new Error('no Chromium found: install it, or name it in CHROMIUM');
  return found;
}
