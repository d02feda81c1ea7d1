import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Envelope } from '#event-sourcing';

/** One fact on one perpetrator's history, as it was recorded. Words are made from it when it is read. */
@Entity({ schema: 'histories', name: 'fact' })
@Index('fact_newest_first', ['perpetratorId', 'sortAt', 'id'])
export class HistoryFactRow {
  /** The event's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') stream: string;
  @Column('integer') revision: number;
  @Column('text') type: string;
  /** Newest first means by when it happened; a day without a time counts as its end, so that later news of the day stays below it. */
  @Column('timestamptz', { name: 'sort_at' }) sortAt: Date | string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date | string;
  /** The London days between which it happened, and what it is about: the page's filters. */
  @Column('date', { name: 'on_day' }) onDay: string;
  @Column('date', { name: 'until_day' }) untilDay: string;
  @Column('text') kind: string;
  @Column('text') force: string;
  @Column('text', { name: 'order_ids', array: true }) orderIds: string[];
  /** The fact, its personal parts still wrapped. */
  @Column('json') fact: object;
  @Column('json') envelope: Envelope;
  @Column('text', { array: true }) subjects: string[];
}
