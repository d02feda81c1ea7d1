import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { ExhibitsModule, exhibitTables } from './exhibits/exhibits.module.js';

export { ExhibitPlaces } from './exhibits/exhibit-places.js';
export { ExhibitContents } from './exhibits/exhibit-contents.js';
export { ExhibitRecords } from './exhibits/exhibit-records.query.js';
export { newExhibitId, ReceiveExhibit } from './exhibits/receive-exhibit.command.js';
export { WithdrawExhibit } from './exhibits/withdraw-exhibit.command.js';

@Module({ imports: [ExhibitsModule] })
export class CasesModule {}

export const capability: Capability = {
  name: 'cases',
  module: CasesModule,
  entities: [...exhibitTables.entities],
  migrations: [...exhibitTables.migrations],
  streamTypes: [...exhibitTables.streamTypes],
  projections: [...exhibitTables.projections],
};
