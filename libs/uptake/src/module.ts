import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { Uptake1700000000800 } from './1700000000800-uptake.migration.js';
import { UptakePast1700000000810 } from './1700000000810-uptake-past.migration.js';
import { UptakePage } from './figures/figures.page.js';
import { UptakeFiguresHandler } from './figures/figures.query.js';
import { UptakeRecordsPage } from './records/records.page.js';
import { UptakeRecordsHandler } from './records/records.query.js';
import { UptakeFactRow } from './uptake-facts/uptake-fact.entity.js';
import { uptakeFacts } from './uptake-facts/uptake-fact.js';
import { UptakePastRow } from './uptake-facts/uptake-past.entity.js';
import { uptakePast } from './uptake-facts/uptake-past.js';

@Module({ controllers: [UptakePage, UptakeRecordsPage], providers: [UptakeFiguresHandler, UptakeRecordsHandler] })
export class UptakeModule {}

export const capability: Capability = {
  name: 'uptake',
  module: UptakeModule,
  entities: [UptakeFactRow, UptakePastRow],
  migrations: [Uptake1700000000800, UptakePast1700000000810],
  projections: [uptakeFacts, uptakePast],
  navigation: [{ text: 'Uptake', href: '/uptake', permission: 'view-uptake' }],
  startPages: { manager: '/uptake' },
};
