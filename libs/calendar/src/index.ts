export * from './bank-holidays.js';
export * from './clock-rule.js';
export * from './clock.js';
export * from './counting.js';
export * from './days.js';
export * from './london.js';
export * from './words.js';
