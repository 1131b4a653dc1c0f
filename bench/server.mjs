// Serves a folder on loopback as a good host does, brotli included, and remembers what was asked for.

import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.css': ['CSS', 'text/css; charset=utf-8'],
  '.html': ['HTML', 'text/html; charset=utf-8'],
  '.js': ['JS', 'text/javascript; charset=utf-8'],
  '.wasm': ['wasm', 'application/wasm'],
  '.woff2': ['fonts', 'font/woff2'],
  '.svg': ['other', 'image/svg+xml'],
  '.json': ['other', 'application/json'],
};
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };

/** Starts it: `address`, `asked` (what was fetched, weighed) and `close()`. */
export async function serve(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path });
  }
  // Compressed when first asked for: what nobody fetches need not wait for the best quality.
  const answer = (name) => {
    const file = files.get(name);
    if (file && !file.body) {
      const [kind, type] = types[extname(name)] ?? ['other', 'application/octet-stream'];
      const body = brotliCompressSync(readFileSync(file.path), { params });
      Object.assign(file, { name, kind, type, body, bytes: body.length });
    }
    return file;
  };
  const asked = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const file = answer(pathname === '/' ? '/index.html' : pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    asked.set(file.name, file);
    // A hash in the name says that the content never changes.
    const cache = /-[0-9a-f]{8,}[._]/.test(file.name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br', 'Cache-Control': cache });
    response.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked: () => [...asked.values()].map(({ name, kind, bytes }) => ({ name, kind, bytes })),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
