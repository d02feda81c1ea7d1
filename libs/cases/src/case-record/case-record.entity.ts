import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseRow } from './case-row.js';

@Entity({ schema: 'cases', name: 'case_record' })
export class CaseRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { nullable: true }) considered: string | null;
  @Column('date', { name: 'look_again_on', nullable: true }) lookAgainOn: string | null;
  @Column('text', { nullable: true }) grade: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { name: 'protected_person_ids', array: true }) protectedPersonIds: string[];
  @Column('text', { name: 'offence_codes', array: true }) offenceCodes: string[];
  @Column('jsonb') doc: CaseRow['doc'];
  @Column('jsonb') log: CaseRow['log'];
  @Column('text', { array: true }) subjects: string[];
}
