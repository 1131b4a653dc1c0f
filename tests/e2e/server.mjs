// Serves the built site on loopback, under one path only: what the site asks for outside that path is not found.

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, normalize } from 'node:path';

export const dist = new URL('../../dist/', import.meta.url);

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Kept for good, as by the sample configurations. */
const hashed = /-[0-9a-f]{16}(_bg|_rest)?\.(css|js|wasm)$/;
const immutable = 'public, max-age=31536000, immutable';

/**
 * Starts a server. `prefix` begins and ends with a slash. `alter(file, body)` may give another body, as who has broken into
 * the server could. `over` has texts in place of files, by path, and null for what is not to be found; `root` is another
 * site than the built one; both are looked up at each request. Gives `address(host)` and `close()`.
 */
export async function serve(prefix = '/', alter = (file, body) => body, options = {}) {
  const at = (file) => new URL(file, options.root ?? dist);
  if (!existsSync(at('index.html'))) {
    throw new Error('dist/ holds no built site: run `cargo xtask build` first');
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const relative = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : null;
    // URL has resolved the dots already; a second look keeps encoded ones out.
    const inside = relative !== null && !normalize(`/${relative}`).includes('..');
    try {
      if (!inside) throw new Error('outside the site');
      const file = relative === '' ? 'index.html' : relative;
      const instead = options.over?.[file];
      if (instead === null) throw new Error('not to be found');
      const body = alter(file, instead ?? (await readFile(at(file))));
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': hashed.test(file) ? immutable : 'no-cache' });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('Not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    address: (host = '127.0.0.1') => `http://${host}:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
