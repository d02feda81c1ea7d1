export * from './domain/forces.js';
export * from './domain/permissions.js';
export * from './domain/viewer.js';
export * from './domain/visibility.js';
