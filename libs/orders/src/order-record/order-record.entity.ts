import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderRow } from './order-row.js';

@Entity({ schema: 'orders', name: 'order_record' })
export class OrderRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('text') kind: string;
  @Column('text', { name: 'application_id', nullable: true }) applicationId: string | null;
  @Column('date', { name: 'made_on' }) madeOn: string;
  @Column('text', { name: 'end_is' }) endIs: string;
  @Column('date', { name: 'last_day', nullable: true }) lastDay: string | null;
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: string | null;
  @Column('text', { name: 'protected_person_ids', array: true }) protectedPersonIds: string[];
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('jsonb', { name: 'noted_by' }) notedBy: OrderRow['notedBy'];
  @Column('json') doc: OrderRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
