export * from './domain/events.js';
export * from './domain/names.js';
export * from './domain/perpetrator.js';
export * from './domain/protected-person.js';
