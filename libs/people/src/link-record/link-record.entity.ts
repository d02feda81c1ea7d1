import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkRow } from './link-record.js';

@Entity({ schema: 'people', name: 'link' })
export class LinkRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text') a: string;
  @Column('text') b: string;
  @Column('text') state: string;
  @Column('text', { name: 'as_kind' }) asKind: string;
  @Column('double precision') weight: number;
  @Column('timestamptz', { name: 'offered_at', nullable: true }) offeredAt: string | null;
  @Column('jsonb') changes: LinkRow['changes'];
  @Column('text', { array: true }) subjects: string[];
}
