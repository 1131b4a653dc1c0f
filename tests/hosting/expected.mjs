// What every server is to say of the site's files, whichever server it is.

import { files, ofTheSite } from './zip.mjs';

export const immutable = 'public, max-age=31536000, immutable';

/** Types by the ends of names; a charset is said where there is one. */
export const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The headers that keep a visitor safe, the policy as the page has it, with what only a header can say. */
export function safety() {
  const [, policy] = files().get('site/index.html').toString().match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
  return {
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The site's files, without what is compressed beforehand. */
export function siteFiles() {
  const [site] = ofTheSite;
  return [...files().keys()].filter((name) => name.startsWith(site) && !/\.(br|gz)$/.test(name)).map((name) => name.slice(site.length));
}

/** A name that says what the file holds. */
export const isHashed = (name) => /-[0-9a-f]{16}(_bg|_rest)?\.(css|js|wasm)$/.test(name);

export const ending = (name) => name.slice(name.lastIndexOf('.'));
