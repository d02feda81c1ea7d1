export * from './bank-holidays.js';
export * from './counting.js';
export * from './days.js';
export * from './london.js';
export * from './words.js';
