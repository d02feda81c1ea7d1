import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PerpetratorRow } from './perpetrator-record.js';

@Entity({ schema: 'people', name: 'perpetrator_record' })
export class PerpetratorRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text') force: string;
  @Column('boolean') restricted: boolean;
  @Column('text', { array: true }) readers: string[];
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('jsonb') doc: PerpetratorRow['doc'];
  @Column('text', { name: 'search_names' }) searchNames: string;
  @Column('text', { array: true, name: 'search_keys' }) searchKeys: string[];
  @Column('date', { name: 'date_of_birth', nullable: true }) dateOfBirth: string | null;
  @Column('text', { array: true }) identifiers: string[];
  @Column('text', { array: true }) nominals: string[];
  @Column('text', { name: 'search_numbers' }) searchNumbers: string;
  @Column('text', { array: true }) blocking: string[];
  @Column('text', { array: true }) subjects: string[];
}
