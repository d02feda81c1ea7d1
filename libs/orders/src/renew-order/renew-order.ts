// Decided in the domain: a renewal that the force itself asked for is recorded by the same rules.
export * from '../domain/renewed.js';
