import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DueWorkDoc } from './due-work.js';

@Entity({ schema: 'deadlines', name: 'work' })
export class DueWorkRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('date', { name: 'next_due', nullable: true }) nextDue: string | null;
  @Column('jsonb') doc: DueWorkDoc;
}
