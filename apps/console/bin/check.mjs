import { install, jest, orStop, runNode } from './project.mjs';

await orStop(install());

/** @type {[string, () => Promise<number>][]} */
const checks = [
  ['types', () => runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])],
  ['types of the browser', () => runNode('node_modules/typescript/bin/tsc', ['-p', 'apps/offline'])],
  ['lint', () => runNode('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'apps', 'libs', 'tests'])],
  ['format', () => runNode('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])],
  ['dependencies', () => jest(['tests/architecture', '--silent'])],
];

/** @type {string[]} */
const failed = [];
for (const [name, check] of checks) {
  const since = performance.now();
  const code = await check();
  if (code !== 0) failed.push(name);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
