export * from './domain/births.js';
export * from './domain/case.js';
export * from './domain/conduct.js';
export type * from './domain/events.js';
export * from './domain/occurred.js';
export * from './domain/offences.js';
export * from './domain/risk-tools.js';
export * from './domain/standing.js';
export * from './exhibits/index.js';
export { occurredRefusals } from './case-record/occurred-refusals.js';
/** Every code of the room in words. */
export * as caseWords from './case-record/words.js';
