export { clocks, type Situation, tasks } from './domain/clocks.js';
export { type DeadlineRules, ruleSets, rulesOn } from './domain/rules.js';
export { type About, type Due, type DueState, dueOn, type Task, type TaskKind } from './domain/task.js';
export { type DueWork, dueWork } from './work-list/due-work.js';
