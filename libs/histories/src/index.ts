export * from './perpetrator-history/answer.js';
export * from './perpetrator-history/counts.js';
export * from './perpetrator-history/history-fact.js';
export * from './perpetrator-history/names.js';
export * from './perpetrator-history/perpetrator-summary.js';
export * from './sentences/index.js';
export * from './signals/index.js';
