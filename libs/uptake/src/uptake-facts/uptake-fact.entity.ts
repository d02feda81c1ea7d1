import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UptakeDoc } from './uptake-fact.js';

@Entity({ schema: 'uptake', name: 'fact' })
export class UptakeFactRow {
  @PrimaryColumn('text') id: string;
  @Column('text') what: string;
  @Column('text', { name: 'record_id' }) recordId: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('date', { name: 'on_day' }) onDay: string;
  @Column('text', { nullable: true }) kind: string | null;
  @Column('datemultirange', { name: 'in_force', nullable: true }) inForce: string | null;
  @Column('date', { name: 'last_day', nullable: true }) lastDay: string | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: string | null;
  @Column('date', { name: 'known_on', nullable: true }) knownOn: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('date', { name: 'determined_on', nullable: true }) determinedOn: string | null;
  @Column('date', { name: 'allowed_on', nullable: true }) allowedOn: string | null;
  @Column('text', { name: 'order_ids', array: true }) orderIds: string[];
  @Column('json') doc: UptakeDoc;
}
