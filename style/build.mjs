// Compiles the styles and gathers the fonts into style/generated, from where Trunk takes them.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = new URL('..', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));
const designSystem = 'node_modules/dkfds/dist';
const fonts = ['Regular', 'Italic', 'SemiBold'];

rmSync(path('style/generated'), { recursive: true, force: true });
mkdirSync(path('style/generated/fonts'), { recursive: true });

const { css } = compile(path('style/app.scss'), {
  loadPaths: [path(`${designSystem}/scss`)],
  style: 'compressed',
  quietDeps: true,
});
writeFileSync(path('style/generated/app.css'), css);

for (const weight of fonts) {
  const file = `IBMPlexSans-${weight}-Latin1.woff2`;
  cpSync(path(`${designSystem}/fonts/IBMPlexSans/split/woff2/${file}`), path(`style/generated/fonts/${file}`));
}
