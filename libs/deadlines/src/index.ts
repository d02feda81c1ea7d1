export { clocks, type Situation, tasks } from './domain/clocks.js';
export { type ClockKey, clockRule, clockRules } from './domain/rules/clock-rules.js';
export { type ClockRule, deadline } from './domain/rules/clock-rule.js';
export { type About, type Due, type DueState, dueOn, type Task, type TaskKind } from './domain/task.js';
export { taskIdOf } from './work-list/task-rows.js';
export { type DueWork, dueWork } from './work-list/due-work.js';
