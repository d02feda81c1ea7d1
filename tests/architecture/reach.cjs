// What is loaded at run time, over however many steps. An import of a type alone loads nothing and does not count.
const { options, packages } = require('./rooms.cjs');

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const spec = '\\.(spec|fixture)\\.ts$';

const pure = [
  '^libs/(calendar|event-sourcing)/src/',
  '^libs/[^/]+/src/domain/',
  // A decision or the evolve of a row: the file called as its slice. What touches Nest or the database says so (.command, .query, ...).
  '^libs/(people|cases|orders|breaches)/src/(?<slice>[^/]+)/\\k<slice>\\.ts$',
  '^libs/(people|cases|orders|breaches)/src/index\\.ts$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', 'Modules that load each other cannot be understood, or started, one at a time.', {}, { circular: true }),
    rule(
      'pure-reaches-no-machinery',
      'Rules of the law run without a framework, a database or a network.',
      { path: pure },
      { path: packages('@nestjs', 'typeorm', 'pg', '@kurrent', '@fastify', 'fastify', 'rxjs'), reachable: true },
    ),
    rule(
      'pure-asks-no-machine',
      'No clock, file or random number: they are passed in. util only compares.',
      { path: pure },
      { dependencyTypes: ['core'], pathNot: '^(node:)?util$' },
    ),
    rule(
      'the-product-needs-no-tool',
      'Only `dependencies` are installed where it runs; the steps of the build run before, and one bench opens a browser where there is one.',
      { path: '^(apps|libs)/', pathNot: '^apps/console/(bin/bundle\\.mjs|bin/answers/.+|src/bench/browser\\.ts)$' },
      { dependencyTypes: ['npm-dev'] },
    ),
  ],
  // Specs load what they like; and the tool's compiler, which calls every file module.ts, stumbles over one that imports ./module.js.
  options: { ...options({ types: false }), exclude: { path: [spec, '^libs/[^/]+/src/.*\\.js$'] } },
};
