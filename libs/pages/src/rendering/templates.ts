import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import nunjucks from 'nunjucks';
import { addFilters } from './filters.js';

const require = createRequire(import.meta.url);

/** The folder that holds `libs` and `apps`: the repository, or `dist` once built. */
const built = path.resolve(import.meta.dirname, '../../../..');
/** Templates are not compiled: a build that did not copy them reads them from the source beside it. */
const roots = path.basename(built) === 'dist' ? [built, path.dirname(built)] : [built];

/** Where the style sheets, scripts and templates of the two design systems lie. */
export const designSystems = {
  govuk: path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk'),
  moj: path.join(path.dirname(require.resolve('@ministryofjustice/frontend/package.json')), 'moj'),
};

/** The folder of our own style sheet. */
export function ownAssets(): string {
  const folders = roots.map((root) => path.join(root, 'libs/pages/src/assets'));
  return folders.find((folder) => existsSync(path.join(folder, 'orderwatch.css'))) ?? folders[0]!;
}

/** The file of the template addressed `room/path`, or null. */
export function templateFile(name: string): string | null {
  const [room = '', ...rest] = path.posix.normalize(name).split('/');
  if (rest.length === 0 || room.startsWith('.') || !name.endsWith('.njk')) return null;
  const inside = path.join(...rest);
  const folders = Object.hasOwn(designSystems, room)
    ? [designSystems[room as keyof typeof designSystems]]
    : roots.flatMap((root) => [path.join(root, 'libs', room, 'src'), path.join(root, 'apps/web/src', room)]);
  return folders.map((folder) => path.join(folder, inside)).find((file) => existsSync(file)) ?? null;
}

class Templates extends nunjucks.Loader implements nunjucks.ILoader {
  getSource(name: string): nunjucks.LoaderSource {
    const file = templateFile(name);
    if (!file) throw new Error(`There is no template ${name}`);
    return { path: name, src: readFileSync(file, 'utf8'), noCache: false };
  }

  override resolve(from: string, to: string): string {
    return path.posix.join(path.posix.dirname(from), to);
  }
}

/** The template engine: everything is escaped, a name that is not there is empty. */
export function templateEngine(): nunjucks.Environment {
  const engine = new nunjucks.Environment(new Templates(), { autoescape: true, trimBlocks: true, lstripBlocks: true });
  addFilters(engine);
  return engine;
}
