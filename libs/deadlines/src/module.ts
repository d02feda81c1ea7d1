import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { Deadlines1700000000900 } from './1700000000900-deadlines.migration.js';
import { DueWorkRow } from './work-list/due-work.entity.js';
import { dueWork } from './work-list/due-work.js';
import { WorkListPage } from './work-list/work-list.page.js';
import { GetWorkHandler } from './work-list/work-list.query.js';

@Module({ controllers: [WorkListPage], providers: [GetWorkHandler] })
export class DeadlinesModule {}

export const capability: Capability = {
  name: 'deadlines',
  module: DeadlinesModule,
  entities: [DueWorkRow],
  migrations: [Deadlines1700000000900],
  projections: [dueWork],
  navigation: [{ text: 'Work', href: '/work', permission: 'view-work' }],
  startPages: { legal: '/work' },
};
