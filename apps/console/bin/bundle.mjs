// Puts together what an officer's browser runs: the pure doors of the rooms, as they are, for another machine. Needs the packages installed.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const from = path.join(root, 'apps/offline/src');
const to = path.join(root, 'dist/apps/offline/src');

/** Modules of Node that pure code may name but nothing here uses: they are left out, and the build fails if one was not. */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve, onLoad, onEnd }) {
    onResolve({ filter: /^node:/ }, ({ path: name }) => ({ path: name, namespace: 'of-node', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'of-node' }, () => ({ contents: 'export const isDeepStrictEqual = undefined;' }));
    onEnd(({ metafile }) => ({
      errors: Object.values(metafile?.outputs ?? {})
        .flatMap(({ inputs }) => Object.entries(inputs))
        .filter(([name, { bytesInOutput }]) => name.startsWith('of-node:') && bytesInOutput > 0)
        .map(([name]) => ({ text: `A browser has no ${name.replace('of-node:', '')}` })),
    }));
  },
};

const shared = {
  bundle: true,
  absWorkingDir: root,
  format: 'esm',
  target: 'es2022',
  conditions: ['source'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Tricks of old browsers in GOV.UK Frontend's style sheet.
  logOverride: { 'css-syntax-error': 'silent' },
  metafile: true,
  plugins: [withoutNode],
  external: ['/assets/*'],
};

/** Into dist/, where the web application finds it. Takes a tenth of a second. */
export async function bundleOffline() {
  mkdirSync(to, { recursive: true });
  const entry = (...names) => ({ ...shared, entryPoints: names.map((name) => path.join(from, name)), outdir: to });
  await build(entry('app.ts', 'app.css', 'ready.ts', 'send-again.ts'));
  cpSync(path.join(from, 'index.html'), path.join(to, 'index.html'));
  const screens = createHash('sha256');
  for (const name of ['index.html', 'app.js', 'app.css', 'send-again.js']) screens.update(readFileSync(path.join(to, name)));
  const digest = screens.digest('hex').slice(0, 12);
  await build({ ...entry('worker.ts'), format: 'iife', define: { SCREENS: JSON.stringify(digest) } });
}

/** The step of the build that reads what the API answers from its types; where it lies then, below the root. */
export async function bundleAnswers() {
  const outfile = 'dist/apps/console/bin/write-answers.mjs';
  const entryPoints = [path.join(root, 'apps/console/bin/answers/write-answers.ts')];
  await build({ entryPoints, bundle: true, absWorkingDir: root, format: 'esm', platform: 'node', packages: 'external', outfile });
  return outfile;
}
