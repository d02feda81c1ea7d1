export { clocks, type Situation, tasks } from './domain/clocks.js';
export { type ClockKey, clockRules } from './domain/rules/clock-rules.js';
export { type About, type Due, dueOn, type Task, type TaskKind } from './domain/task.js';
export { taskIdOf } from './work-list/task-rows.js';
export { type DueWork, dueWork } from './work-list/due-work.js';
