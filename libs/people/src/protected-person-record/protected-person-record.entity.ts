import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedPersonRow } from './protected-person-record.js';

@Entity({ schema: 'people', name: 'protected_person_record' })
export class ProtectedPersonRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text') force: string;
  @Column('text') safeguarding: string;
  @Column('text', { name: 'perpetrator_id', nullable: true }) perpetratorId: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('timestamptz', { name: 'safeguarding_since', nullable: true }) safeguardingSince: string | null;
  @Column('jsonb') doc: ProtectedPersonRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
