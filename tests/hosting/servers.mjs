// The servers nginx and Apache with the sample configurations of the zip, each in a folder and on a port of its own.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files, ofTheSite, unpack } from './zip.mjs';

const isRoot = process.getuid?.() === 0;
/** Where the sample puts the site. */
const place = '/var/www';

/** Apache's modules that the sample names, and those that no server goes without. */
const modules = ['mpm_event', 'authz_core', 'unixd', 'alias', 'dir', 'headers', 'mime', 'rewrite'];

export const servers = {
  nginx: {
    program: () => program('NGINX', ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx']),
    sample: 'vaerter/nginx.conf',
    encodings: ['gzip'],
    args: (folder, configuration) => ['-p', folder, '-e', join(folder, 'error.log'), '-c', configuration],
    configuration: (folder, port, sample) => {
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/temp;`);
      return `${isRoot ? 'user root;' : ''} daemon off; master_process off; pid ${folder}/pid; events {}
        http { access_log off; ${paths.join(' ')} server { listen 127.0.0.1:${port}; root ${folder}/empty; include ${sample}; } }`;
    },
  },
  Apache: {
    program: () => program('APACHE', ['/usr/sbin/apache2', '/usr/sbin/httpd', '/usr/local/bin/httpd']),
    sample: 'vaerter/apache.conf',
    encodings: ['br', 'gzip'],
    args: (folder, configuration) => ['-d', folder, '-f', configuration, '-D', 'FOREGROUND', '-X'],
    configuration: (folder, port, sample) => {
      const own = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/lib/httpd/modules'].find((path) => existsSync(path));
      const loaded = modules.filter((name) => existsSync(`${own}/mod_${name}.so`)).map((name) => `LoadModule ${name}_module ${own}/mod_${name}.so`);
      // The machine's own list of types, where it has one: the sample has to hold beside it.
      const types = existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null';
      return [
        `ServerRoot ${folder}`, 'ServerName 127.0.0.1', `Listen 127.0.0.1:${port}`, `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/error.log`, ...loaded, `TypesConfig ${types}`, ...(isRoot ? ['User www-data', 'Group www-data'] : []),
        `DocumentRoot ${folder}/empty`, `Include ${sample}`, '',
      ].join('\n');
    },
  },
};

/** Starts a server with its sample as it is in the zip; only the folder of the site is another. */
export async function start({ program, sample, args, configuration }) {
  const folder = mkdtempSync(join(tmpdir(), 'vaert-'));
  for (const name of ['empty', 'temp', 'www/udskift-it-system']) mkdirSync(join(folder, name), { recursive: true });
  // The server may run as another user.
  for (const name of ['', 'empty', 'www', 'www/udskift-it-system']) chmodSync(join(folder, name), 0o755);
  for (const part of ofTheSite) unpack(part, join(folder, 'www/udskift-it-system'));
  const text = files().get(sample).toString();
  if (text.split('\n').filter((line) => line.includes(place) && !line.trim().startsWith('#')).length !== 1) {
    throw new Error(`${sample} names the site's folder in more than one place, or in none`);
  }
  writeFileSync(join(folder, 'sample.conf'), text.replaceAll(place, join(folder, 'www')));
  const port = await freePort();
  writeFileSync(join(folder, 'server.conf'), configuration(folder, port, join(folder, 'sample.conf')));
  const child = spawn(program(), args(folder, join(folder, 'server.conf')), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const address = `http://127.0.0.1:${port}/udskift-it-system/`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`the server did not start: ${said}`);
    if (await ask(address).then(() => true, () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const close = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, close, site: join(folder, 'www/udskift-it-system') };
}

/** What the server answers, as it comes over the wire. */
export function ask(address, { encoding, method = 'GET' } = {}) {
  return new Promise((resolve, reject) => {
    const headers = encoding ? { 'Accept-Encoding': encoding } : {};
    const asked = request(address, { method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function program(variable, places) {
  const found = process.env[variable] ?? places.find((path) => existsSync(path));
  if (!found) throw new Error(`no server found: install it, or name it in ${variable}`);
  return found;
}
