import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PerpetratorSummary } from './perpetrator-summary.js';

@Entity({ schema: 'histories', name: 'perpetrator_summary' })
export class PerpetratorSummaryRow {
  @PrimaryColumn('text') id: string;
  @Column('json') doc: PerpetratorSummary;
  @Column('text', { array: true }) subjects: string[];
}
