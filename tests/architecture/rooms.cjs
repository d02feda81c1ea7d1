// The rooms under libs/, those that may know the most first. A room may know the rooms of the lines below its own.
exports.ranks = [
  ['histories', 'uptake', 'deadlines'],
  ['breaches'],
  ['orders'],
  ['cases'],
  ['people'],
  ['access'],
  ['pages'],
  ['event-store'],
  ['database'],
  ['event-sourcing', 'calendar'],
];

/** The rooms that `room` must not know: those above it and those beside it. */
exports.above = (room) => {
  const rank = exports.ranks.findIndex((rooms) => rooms.includes(room));
  return exports.ranks
    .slice(0, rank + 1)
    .flat()
    .filter((other) => other !== room);
};

/** A package by its name, whether it is installed or not. */
exports.packages = (...names) => `(^|/node_modules/|^node_modules/)(${names.join('|')})(/|$)`;

const path = require('node:path');

/** `types`: whether an import of a type alone counts. */
exports.options = ({ types }) => ({
  doNotFollow: { path: 'node_modules' },
  // Scripts of the browser, which finds its imports by address.
  exclude: { path: '^libs/[^/]+/src/.*\\.js$' },
  tsPreCompilationDeps: types,
  tsConfig: { fileName: path.join(__dirname, '../../tsconfig.json') },
  // `source`: tsconfig's customConditions, or else `#orders` would lead into dist/ and nothing would be seen.
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['source', 'import', 'node', 'default'],
    mainFields: ['module', 'main'],
  },
});
