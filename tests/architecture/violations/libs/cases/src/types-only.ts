import type { History } from '#histories';

export type Line = History;
