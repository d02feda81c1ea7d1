import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { PeopleModule } from '#people/module';
import { Deadlines1700000000900 } from './1700000000900-deadlines.migration.js';
import { WorkList1700000000910 } from './1700000000910-work-list.migration.js';
import { AssignWorkHandler } from './assign-work/assign-work.command.js';
import { AssignWorkPage } from './assign-work/assign-work.page.js';
import { Assignments } from './assign-work/assignments.query.js';
import { Colleagues } from './assign-work/colleagues.query.js';
import { CalendarFeedPage } from './calendar-feed/calendar-feed.page.js';
import { CalendarFeeds } from './calendar-feed/calendar-feeds.query.js';
import { FeedEntries } from './calendar-feed/feed-entries.query.js';
import { ClocksPage } from './clocks-page/clocks.page.js';
import { work } from './domain/assigned.js';
import { DueWorkRow } from './work-list/due-work.entity.js';
import { dueWork } from './work-list/due-work.js';
import { SetAside } from './work-list/set-aside.query.js';
import { SettleWork } from './work-list/settle-work.projection.js';
import { WorkListPage } from './work-list/work-list.page.js';
import { GetTasksHandler, GetWorkHandler } from './work-list/work-list.query.js';

export { AssignWork } from './assign-work/assign-work.command.js';
export { SetAside } from './work-list/set-aside.query.js';
export { SettleWork } from './work-list/settle-work.projection.js';

@Module({
  imports: [PeopleModule],
  controllers: [WorkListPage, AssignWorkPage, ClocksPage, CalendarFeedPage],
  providers: [
    GetWorkHandler,
    GetTasksHandler,
    SettleWork,
    SetAside,
    Colleagues,
    Assignments,
    AssignWorkHandler,
    CalendarFeeds,
    FeedEntries,
  ],
  exports: [SetAside],
})
export class DeadlinesModule {}

export const capability: Capability = {
  name: 'deadlines',
  module: DeadlinesModule,
  entities: [DueWorkRow],
  migrations: [Deadlines1700000000900, WorkList1700000000910],
  about: ['select perpetrator_id from deadlines.task where task_id = any ($1::text[]::uuid[])'],
  streamTypes: [work],
  projections: [dueWork],
  navigation: [{ text: 'Work', href: '/work', permission: 'view-work' }],
  startPages: { legal: '/work', authoriser: '/work' },
};
