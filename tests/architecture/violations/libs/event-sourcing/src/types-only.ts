import type { Machinery } from '#pages/module';

export type Harmless = Machinery;
