export * from './fact.js';
export * from './projection.js';
export * from './recorded.js';
export * from './refusal.js';
export * from './stream-type.js';
