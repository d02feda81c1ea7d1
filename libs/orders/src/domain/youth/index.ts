export type * from './facts.js';
export * from './reporting.js';
export { isOfYouth, wouldBeOfYouth } from './required.js';
export * from './youth.js';
