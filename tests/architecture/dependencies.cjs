// Who may know whom. An import of a type alone counts: it binds two rooms as well.
const { above, options, packages, ranks } = require('./rooms.cjs');

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const spec = '\\.(spec|fixture)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('nothing-unresolved', 'Every import leads to a file or an installed package.', {}, { couldNotResolve: true }),
    rule(
      'rooms-have-doors',
      'Another room is entered by its index.ts (facts, ids, values) or its module.ts (services).',
      { path: '^libs/([^/]+)/', pathNot: spec },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/(index|module)\\.ts$'] },
    ),
    rule(
      'apps-use-doors',
      'An app is wiring: it enters rooms by their doors.',
      { path: '^apps/', pathNot: spec },
      { path: '^libs/', pathNot: '^libs/[^/]+/src/(index|module)\\.ts$' },
    ),
    rule('libs-know-no-app', 'Apps know rooms, never the other way round.', { path: '^libs/' }, { path: '^apps/' }),
    ...ranks
      .flat()
      .map((room) =>
        rule(
          `${room}-looks-down`,
          'Dependencies between rooms point one way.',
          { path: `^libs/${room}/` },
          { path: `^libs/(${above(room).join('|')})/` },
        ),
      ),
    rule(
      'decisions-share-through-domain',
      'What two slices need belongs into domain/.',
      { path: '^libs/(people|cases|orders|breaches)/src/([^/]+)/\\2\\.ts$' },
      { path: '^libs/$1/src/[^/]+/', pathNot: '^libs/$1/src/(domain|$2)/' },
    ),
    rule(
      'domain-knows-no-slice',
      'What the slices share knows none of them.',
      { path: '^libs/([^/]+)/src/domain/', pathNot: spec },
      { path: '^libs/$1/src/[^/]+/', pathNot: '^libs/$1/src/domain/' },
    ),
    rule(
      'commands-read-no-projection',
      'A projection is late by nature: a command decides by streams.',
      { path: '\\.command\\.ts$' },
      { path: '\\.(query|entity|projection)\\.ts$' },
    ),
    rule(
      'sql-has-its-places',
      'TypeORM and pg are known to entities, queries, projections, migrations, the wiring, the rooms event-store and database, and the tables of access, which hold no facts.',
      {
        path: '^libs/',
        pathNot: [
          '\\.(entity|query|projection|migration|module|spec|fixture)\\.ts$',
          '/src/module\\.ts$',
          '^libs/(event-store|database)/',
          '^libs/access/src/(access-log|sign-in|users|tokens)/',
        ],
      },
      { path: packages('typeorm', '@nestjs/typeorm', 'pg') },
    ),
    rule(
      'one-adapter-knows-kurrentdb',
      'Everybody else knows the port.',
      { path: '^(apps|libs)/', pathNot: '^libs/event-store/src/kurrentdb/' },
      { path: packages('@kurrent') },
    ),
    rule(
      'the-product-knows-no-test',
      'What runs at a force does not import what tests it.',
      { path: '^(apps|libs)/', pathNot: spec },
      { path: ['^tests/', spec] },
    ),
  ],
  options: options({ types: true }),
};
