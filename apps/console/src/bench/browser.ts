import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

/** --no-sandbox: tests may run as root, and only ever open our own pages. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ['--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none'],
);

/**
 * A Chromium, to be closed by who opened it: the one at `CHROMIUM_PATH`, else the one inside the npm package (Linux x64), else an
 * installed Chrome.
 */
export async function openBrowser(): Promise<Browser> {
  // A development dependency: known only once a browser is wanted.
  const { chromium } = await import('playwright-core');
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return chromium.launch({ executablePath: CHROMIUM_PATH, args: flags });
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: flags });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: flags,
    // The package's own font, and no other: a bare machine would render no letters, and any other would break lines elsewhere.
    env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  });
}

/** Unpacked once per version, aside and then renamed, so that two runs at once never start half a browser. */
async function unpacked(): Promise<string> {
  const home = path.resolve(path.dirname(resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(os.tmpdir(), `orderwatch-chromium-${version}-${os.userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const aside = await mkdtemp(`${folder}-`);
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  // The package unpacks into the system's temporary folder, whichever that is for its process.
  await promisify(execFile)(process.execPath, ['-e', script], { cwd: home, env: { ...process.env, TMPDIR: aside } });
  const fonts = `<dir>${path.join(folder, 'fonts/fonts')}</dir><cachedir>${path.join(folder, 'font-cache')}</cachedir>`;
  await writeFile(path.join(aside, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  return folder;
}
