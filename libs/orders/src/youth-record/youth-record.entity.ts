import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { YouthRow } from './youth-row.js';

@Entity({ schema: 'orders', name: 'youth_record' })
export class YouthRecordRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('text') force: string;
  @Column('jsonb') doc: YouthRow['doc'];
  @Column('text', { array: true }) subjects: string[];
}
