export { type Asked, type FilterProblem, type Month, readFilter, type UptakeFilter } from './figures/filter.js';
export type { Breached, Cell, Counts, ForceLine, MonthLine, Standing, UptakeFigures } from './figures/figures.js';
export { type UptakeFact, uptakeFacts } from './uptake-facts/uptake-fact.js';
