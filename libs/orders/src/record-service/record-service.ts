// Decided in the domain: reading the conditions out is service by the same rules.
export * from '../domain/served.js';
