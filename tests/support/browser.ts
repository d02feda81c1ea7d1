import { AxeBuilder } from '@axe-core/playwright';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NodeResult } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

/** --no-sandbox: tests may run as root, and only ever open our own pages. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ['--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none'],
);

/**
 * A Chromium for one spec file, to be closed by it: the one at `CHROMIUM_PATH`, else the one inside the npm package (Linux x64), else an
 * installed Chrome.
 */
export async function openBrowser(): Promise<Browser> {
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

export interface Violation {
  /** The axe rule, such as `color-contrast`. */
  readonly rule: string;
  readonly help: string;
  /** The elements at fault, as selectors. */
  readonly at: readonly string[];
}

/**
 * What axe finds against WCAG 2.2 A and AA on the page as it stands now; expect it to equal `[]`.
 *
 * One finding is passed over. GOV.UK radios that reveal a field say with `aria-expanded` whether they do, which ARIA does not allow on a
 * radio; GOV.UK Frontend keeps it because screen readers speak it and nothing else tells of the field (alphagov/govuk-frontend issue 979).
 */
export async function axe(page: Page): Promise<Violation[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Our pages have no frames, for which the other way opens one more page each time.
    .setLegacyMode(true)
    .analyze();
  return violations
    .map(({ id, help, nodes }) => ({
      rule: id,
      help,
      at: nodes.filter((node) => !isRevealingRadio(node)).map(({ target }) => target.join(' ')),
    }))
    .filter(({ at }) => at.length > 0);
}

function isRevealingRadio({ html, all, any, none }: NodeResult): boolean {
  const [finding, ...others] = [...all, ...any, ...none];
  const isOfGovuk = /^<input [^>]*class="govuk-radios__input"/.test(html) && html.includes(' aria-controls="');
  return isOfGovuk && finding?.id === 'aria-allowed-attr' && others.length === 0 && /: aria-expanded="\w+"$/.test(finding.message);
}
