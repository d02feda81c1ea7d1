import { clockRuleTable } from './clock-rules.js';

export const { end: clockEnd, before: daysBefore, source: sourceOf } = clockRuleTable;
