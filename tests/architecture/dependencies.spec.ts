import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

jest.setTimeout(120_000);

const root = path.resolve(import.meta.dirname, '../..');
const { above, ranks } = createRequire(import.meta.url)('./rooms.cjs') as { above: (room: string) => string[]; ranks: string[][] };

interface Cruise {
  readonly cruised: number;
  /** `rule: from -> to`, a package by its name. */
  readonly broken: readonly string[];
}

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

const rules = ['dependencies.cjs', 'reach.cjs'].map((name) => path.join(import.meta.dirname, name));

/** In a process of its own: the tool exits with the number of broken rules, so only its report says whether it ran. */
function cruise(folder: string, config: string): Promise<Report> {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', config, '--output-type', 'json', 'apps', 'libs'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, said, complaint) => {
      try {
        resolve(JSON.parse(said) as Report);
      } catch {
        reject(new Error(`dependency-cruiser gave no report: ${complaint || error?.message}`));
      }
    });
  });
}

async function cruiseBoth(folder: string): Promise<Cruise> {
  const reports = await Promise.all(rules.map((config) => cruise(folder, config)));
  const short = (module: string) => module.replace(/^.*node_modules\/((@[^/]+\/)?[^/]+)\/.*$/, '$1');
  return {
    cruised: Math.min(...reports.map(({ summary }) => summary.totalCruised)),
    broken: reports.flatMap(({ summary }) => summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${short(to)}`)),
  };
}

/** Every pair of the lists, as a line of `Cruise.broken`. */
const planted = (rule: string, from: readonly string[], to: readonly string[]): string[] =>
  from.flatMap((each) => to.map((target) => `${rule}: ${each} -> ${target}`));

const capabilities = ['people', 'cases', 'orders', 'breaches'];
const decision = (room: string) => `libs/${room}/src/decide-something/decide-something.ts`;
const page = 'libs/orders/src/decide-something/decide-something.page.ts';
const main = 'apps/web/src/main.ts';
const kurrent = '@kurrent/kurrentdb-client';
const rulesOfLaw = ['libs/calendar/src/reaches.ts', 'libs/event-sourcing/src/reaches.ts', 'libs/orders/src/domain/reaches.ts'];
const inSlice = (kind: string) => `libs/orders/src/decide-something/${kind}`;

const violations = [
  ...ranks.flat().flatMap((room) =>
    planted(
      `${room}-looks-down`,
      [`libs/${room}/src/looks-up.ts`],
      above(room).map((other) => `libs/${other}/src/index.ts`),
    ),
  ),
  ...planted('cases-looks-down', ['libs/cases/src/types-only.ts'], ['libs/histories/src/index.ts']),
  ...planted('nothing-unresolved', [page], ['./not-there.js']),
  ...planted('rooms-have-doors', [page], ['libs/pages/src/inside.ts']),
  ...planted('apps-use-doors', [main], ['libs/pages/src/inside.ts']),
  ...planted('libs-know-no-app', [page], [main]),
  ...capabilities.flatMap((room) =>
    planted('decisions-share-through-domain', [decision(room)], [`libs/${room}/src/record-something/record-something.query.ts`]),
  ),
  ...planted('domain-knows-no-slice', ['libs/orders/src/domain/reads-a-slice.ts'], [inSlice('decide-something.page.ts')]),
  ...planted(
    'commands-read-no-projection',
    [inSlice('decide-something.command.ts')],
    ['query', 'entity', 'projection'].map((kind) => inSlice(`some.${kind}.ts`)),
  ),
  ...planted('sql-has-its-places', [page], ['typeorm', '@nestjs/typeorm', 'pg']),
  ...planted('one-adapter-knows-kurrentdb', [page, main], [kurrent]),
  ...planted('the-product-knows-no-test', [page], ['tests/support/helper.ts', inSlice('decide-something.spec.ts')]),
  ...planted('the-product-knows-no-test', [main], ['tests/support/helper.ts']),
  ...planted('no-cycles', ['libs/orders/src/cycle-back.ts'], ['libs/orders/src/cycle.ts']),
  ...planted(
    'pure-reaches-no-machinery',
    [...rulesOfLaw, ...capabilities.flatMap((room) => [decision(room), `libs/${room}/src/index.ts`])],
    ['@nestjs/common', 'typeorm', 'pg', kurrent, '@fastify/cookie', 'fastify', 'rxjs'],
  ),
  ...planted('pure-asks-no-machine', rulesOfLaw, ['fs']),
  ...planted('pure-asks-no-machine', capabilities.map(decision), ['crypto']),
  ...planted('the-product-needs-no-tool', [page, main], ['jest']),
];

describe('dependencies', () => {
  let broken: Cruise;
  let real: Cruise;
  let names: string[];
  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    names = rules.flatMap((config) => (require(config) as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name));
    [broken, real] = await Promise.all([cruiseBoth(path.join(import.meta.dirname, 'violations')), cruiseBoth(root)]);
  });

  it('are seen to be broken, every rule in every alternative', () => {
    expect(violations.filter((line) => !broken.broken.includes(line))).toEqual([]);
    expect(names.filter((name) => !violations.some((line) => line.startsWith(`${name}: `)))).toEqual([]);
  });

  it('count an import of a type for who knows whom, but not for what is loaded', () => {
    expect(broken.broken.filter((line) => line.includes('event-sourcing/src/types-only.ts'))).toEqual([
      'event-sourcing-looks-down: libs/event-sourcing/src/types-only.ts -> libs/pages/src/module.ts',
    ]);
  });

  it('are kept by the real tree, and it was looked at', () => {
    expect(real.broken).toEqual([]);
    expect(real.cruised).toBeGreaterThan(20);
  });
});

const sources = ['apps', 'libs'].flatMap((top) =>
  readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(top, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')),
);

/** Words that must not stand in some files, and a line of code that shows the expression finds them. */
const forbiddenWords = [
  {
    why: 'facts travel by the projector: events of @nestjs/cqrs get lost',
    words: /\b(EventBus|AggregateRoot|EventPublisher|EventsHandler|Saga)\b/,
    example: `import { CommandBus, EventBus } from '@nestjs/cqrs';`,
    files: /./,
  },
  {
    why: 'time and chance are passed into pure code',
    words: /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\b|\bTemporal\.Now\b|\bperformance\.now\(/,
    example: 'const now = Date.now();',
    files: /^libs\/([^/]+\/src\/domain|calendar|event-sourcing)\/|^libs\/[^/]+\/src\/([^/]+)\/\2\.ts$/,
  },
  {
    why: 'config.ts is the only reader of the environment; PostgreSQL and the browser of a bench are children that inherit it',
    words: /\bprocess\.env\b/,
    example: 'const port = process.env.PORT;',
    files: /^(?!apps\/[^/]+\/src\/config\.ts$|libs\/database\/src\/postgres-binaries\.ts$|apps\/console\/src\/bench\/browser\.ts$)/,
  },
];

describe('words', () => {
  it.each(forbiddenWords)('$why', ({ words, example, files }) => {
    expect(example).toMatch(words);
    const code = (file: string) => readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '');
    expect(sources.filter((file) => files.test(file) && words.test(code(file)))).toEqual([]);
    expect(sources.filter((file) => files.test(file)).length).toBeGreaterThan(5);
  });
});
