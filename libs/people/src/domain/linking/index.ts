export * from './blocking.js';
export * from './comparable.js';
export * from './comparison.js';
export * from './score.js';
export { commonFamilyNames, shareOf } from './family-names.js';
export { commonGivenNames } from './given-names.js';
export { OFFER_FROM, worthOfNames } from './weights.js';
