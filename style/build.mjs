// Compiles the styles into style/generated, with the fonts and icons that they name, from where Trunk takes them.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = new URL('..', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));
const designSystem = 'node_modules/dkfds/dist';

// Where the design system keeps what our styles call fonts/… and icons/….
const sources = {
  fonts: `${designSystem}/fonts/IBMPlexSans/split/woff2`,
  icons: `${designSystem}/img/svg-icons`,
};

const { css } = compile(path('style/app.scss'), {
  loadPaths: [path(`${designSystem}/scss`)],
  style: 'compressed',
  quietDeps: true,
});

rmSync(path('style/generated'), { recursive: true, force: true });
for (const folder of Object.keys(sources)) {
  mkdirSync(path(`style/generated/${folder}`), { recursive: true });
}
writeFileSync(path('style/generated/app.css'), css);

for (const [, folder, file] of css.matchAll(/url\("?(fonts|icons)\/([\w.-]+)"?\)/g)) {
  cpSync(path(`${sources[folder]}/${file}`), path(`style/generated/${folder}/${file}`));
}
