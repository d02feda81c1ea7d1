export * from './domain/awareness.js';
export * from './domain/breach.js';
export * from './domain/progress.js';
export * from './domain/events.js';
export * from './domain/occurred.js';
export * from './domain/victim-updates.js';
export * from './domain/allegeable.js';
export * from './domain/notification-offences.js';
