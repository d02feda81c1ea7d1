import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BreachRow } from './breach-record.js';

@Entity({ schema: 'breaches', name: 'breach_record' })
export class BreachRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('date', { name: 'occurred_on' }) occurredOn: string;
  @Column('date', { name: 'occurred_until' }) occurredUntil: string;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('timestamptz', { name: 'alleged_at', nullable: true }) allegedAt: string | null;
  @Column('text') status: BreachRow['status'];
  @Column('boolean', { name: 'is_breach' }) isBreach: boolean;
  @Column('text', { name: 'order_ids', array: true }) orderIds: string[];
  @Column('int', { name: 'open_flags' }) openFlags: number;
  @Column('jsonb') doc: BreachRow['doc'];
  @Column('json') log: BreachRow['log'];
  @Column('text', { array: true }) subjects: string[];
}
