// Decided in the domain: a variation that the force itself asked for is recorded by the same rules.
export * from '../domain/varied.js';
