import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { Exhibits1700000000470 } from './1700000000470-exhibits.migration.js';
import { ExhibitRecordRow } from './exhibit.entity.js';
import { ExhibitPage } from './exhibit.page.js';
import { ExhibitRecords } from './exhibit-records.query.js';
import { exhibitRecord } from './exhibit-row.js';
import { exhibits } from './exhibits.js';
import { ExhibitsPage } from './exhibits.page.js';
import { OpenedExhibits } from './opened-exhibits.js';
import { ExhibitSubjects } from './exhibit-subjects.js';
import { ReceiveExhibitHandler } from './receive-exhibit.command.js';
import { WithdrawExhibitHandler } from './withdraw-exhibit.command.js';

/** Uploaded files. Needs `ExhibitPlaces`, which the rooms above bind. */
@Module({
  controllers: [ExhibitsPage, ExhibitPage],
  providers: [OpenedExhibits, ExhibitRecords, ExhibitSubjects, ReceiveExhibitHandler, WithdrawExhibitHandler],
  exports: [ExhibitRecords, ExhibitSubjects],
})
export class ExhibitsModule {}

/** What the exhibits bring to their room. */
export const exhibitTables = {
  entities: [ExhibitRecordRow],
  migrations: [Exhibits1700000000470],
  streamTypes: [exhibits],
  projections: [exhibitRecord],
} satisfies Partial<Capability>;
