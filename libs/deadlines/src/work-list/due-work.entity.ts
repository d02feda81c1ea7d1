import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DueWorkDoc } from './due-work.js';

@Entity({ schema: 'deadlines', name: 'work' })
export class DueWorkRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('int') facts: number;
  @Column('json') doc: DueWorkDoc;
  @Column('text', { array: true, default: () => `'{}'` }) subjects: string[];
}
