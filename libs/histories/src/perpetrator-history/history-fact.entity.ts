import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Envelope } from '#event-sourcing';

/** One fact on one perpetrator's history, as it was recorded. Words are made from it when it is read. */
@Entity({ schema: 'histories', name: 'fact' })
@Index('fact_newest_first', ['perpetratorId', 'sortAt', 'id'])
export class HistoryFactRow {
  /** The event's id. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') perpetratorId: string;
  @Column('text') stream: string;
  @Column('integer') revision: number;
  @Column('text') type: string;
  /** Newest first means by when it happened; a day without a time counts as its end, so that later news of the day stays below it. */
  @Column('timestamptz') sortAt: Date | string;
  @Column('timestamptz') recordedAt: Date | string;
  /** The London days between which it happened, and what it is about: the page's filters. */
  @Column('date') onDay: string;
  @Column('date') untilDay: string;
  @Column('text') kind: string;
  @Column('text') force: string;
  @Column('text', { array: true }) orderIds: string[];
  /** The fact, its personal parts still wrapped. */
  @Column('jsonb') fact: object;
  @Column('jsonb') envelope: Envelope;
  @Column('text', { array: true }) subjects: string[];
}
