export * from './domain/addresses.js';
export * from './domain/events.js';
export * from './domain/identifier-entry.js';
export * from './domain/identifiers.js';
export { type Changer, readable } from './domain/may-change.js';
export * from './domain/names.js';
export * from './domain/perpetrator.js';
export * from './domain/protected-person.js';
export { recordActions, type RecordAction } from './perpetrator-record/record-actions.js';
