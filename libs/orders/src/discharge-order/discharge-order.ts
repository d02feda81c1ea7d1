// Decided in the domain: a discharge that the force itself asked for is recorded by the same rules.
export * from '../domain/discharged.js';
