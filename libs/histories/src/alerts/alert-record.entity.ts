import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertRow } from './alert-record.js';

@Entity({ schema: 'histories', name: 'alert' })
export class AlertRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text') force: string;
  @Column('text', { name: 'by_force' }) byForce: string;
  @Column('text') because: string;
  @Column('text', { name: 'perpetrator_ids', array: true }) perpetratorIds: string[];
  @Column('text') cause: string;
  @Column('jsonb') about: AlertRow['about'];
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: string;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt: string | null;
  @Column('text', { name: 'seen_by', nullable: true }) seenBy: string | null;
}
