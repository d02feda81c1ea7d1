import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { PeopleModule } from '#people/module';
import { Histories1700000000700 } from './1700000000700-histories.migration.js';
import { OfficersCardPage } from './officers-card/officers-card.page.js';
import { historyFacts } from './perpetrator-history/history-fact.js';
import { HistoryFactRow } from './perpetrator-history/history-fact.entity.js';
import { PerpetratorHistoryHandler } from './perpetrator-history/perpetrator-history.query.js';
import { PerpetratorHistoryPage } from './perpetrator-history/perpetrator-history.page.js';
import { perpetratorSummaries } from './perpetrator-history/perpetrator-summary.js';
import { PerpetratorSummaryRow } from './perpetrator-history/perpetrator-summary.entity.js';

@Module({ imports: [PeopleModule], controllers: [PerpetratorHistoryPage, OfficersCardPage], providers: [PerpetratorHistoryHandler] })
export class HistoriesModule {}

export const capability: Capability = {
  name: 'histories',
  module: HistoriesModule,
  entities: [HistoryFactRow, PerpetratorSummaryRow],
  migrations: [Histories1700000000700],
  projections: [historyFacts, perpetratorSummaries],
};
