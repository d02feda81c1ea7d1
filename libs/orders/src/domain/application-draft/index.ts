export * from './changed-incidents.js';
export * from './contents.js';
export * from './draft.js';
export type * from './facts.js';
export * from './hearsay-notice.js';
export * from './missing.js';
export * from './policy.js';
export * from './required-draft.js';
export * from './sections.js';
