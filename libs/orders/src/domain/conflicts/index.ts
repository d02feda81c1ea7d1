export type { Clause } from './clause.js';
export * from './conflicts.js';
export * from './words.js';
