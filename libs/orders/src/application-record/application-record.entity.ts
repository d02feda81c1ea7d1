import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationRow } from './application-row.js';

@Entity({ schema: 'orders', name: 'application_record' })
export class ApplicationRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('date', { name: 'filed_on' }) filedOn: string;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('date', { name: 'determined_on', nullable: true }) determinedOn: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('jsonb') doc: ApplicationRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
