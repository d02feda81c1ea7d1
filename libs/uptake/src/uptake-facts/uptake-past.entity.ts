import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UptakeFact } from './uptake-fact.js';
import type { PastVersion } from './uptake-past.js';

@Entity({ schema: 'uptake', name: 'past' })
export class UptakePastRow {
  @PrimaryColumn('text') id: string;
  @Column('jsonb') versions: PastVersion[];
  @Column('json') doc: UptakeFact;
}
