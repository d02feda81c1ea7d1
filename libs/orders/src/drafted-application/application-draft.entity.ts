import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftRow } from './draft-row.js';

@Entity({ schema: 'orders', name: 'application_draft' })
export class ApplicationDraftRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('text') owner: string;
  @Column('text') state: string;
  @Column('date', { name: 'begun_on' }) begunOn: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: string;
  @Column('jsonb', { name: 'next_step', nullable: true }) nextStep: DraftRow['nextStep'];
  @Column('jsonb') sections: DraftRow['sections'];
  @Column('jsonb') doc: DraftRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
