import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExhibitRow } from './exhibit-row.js';

@Entity({ schema: 'cases', name: 'exhibit' })
@Index('exhibit_of_place', ['placeId', 'nth'])
export class ExhibitRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'place_kind' }) placeKind: string;
  @Column('text', { name: 'place_id' }) placeId: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('integer') nth: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: string;
  @Column('text', { name: 'received_by' }) receivedBy: string;
  @Column('jsonb') doc: ExhibitRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
