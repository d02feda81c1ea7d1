const jsc = {
  target: 'es2023',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  keepClassNames: true,
};
const swc = (type, over = {}) => ['@swc/jest', { swcrc: false, jsc: { ...jsc, ...over }, module: { type }, sourceMaps: 'inline' }];
// ESM-only packages that CommonJS packages require(). Node 20.19+ does that natively, jest only on Node 24.9+.
const requiredEsm = '(?:.*/node_modules/)?(?:content-disposition|cookie)/';

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.spec.ts', '<rootDir>/{apps,libs}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': swc('es6'),
    [`/node_modules/${requiredEsm}.+\\.js$`]: swc('commonjs', { parser: { syntax: 'ecmascript' }, transform: undefined }),
  },
  transformIgnorePatterns: [`/node_modules/(?!${requiredEsm})`],
  moduleNameMapper: {
    '^#([^/]+)/module$': '<rootDir>/libs/$1/src/module.ts',
    '^#([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/tests/architecture/violations'],
  globalSetup: '<rootDir>/tests/support/open-run.mjs',
  globalTeardown: '<rootDir>/tests/support/close-run.mjs',
  // The first database of a run waits for its cluster to be made, and machines of CI are slow.
  testTimeout: 90_000,
  maxWorkers: 2,
  workerThreads: true,
  // What a file loaded is never given back: near its limit a thread does little but collect garbage, so a new one takes over before.
  workerIdleMemoryLimit: '1GB',
};
