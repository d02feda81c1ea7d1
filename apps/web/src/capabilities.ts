import { accessSchema } from '#access/module';
import { schemas } from '#database/module';
import type { Capability } from '#event-store';
import { eventStoreTables } from '#event-store/module';

/** The rooms of the application, in the order of their links in the navigation. A new room is one line here. */
export const capabilities: readonly Capability[] = [
  {
    name: 'access',
    ...accessSchema,
    navigation: [
      { text: 'Users', href: '/users', permission: 'manage-users' },
      { text: 'Access log', href: '/access-log', permission: 'view-access-log' },
    ],
    startPages: { administrator: '/users' },
  },
];

/** Everything the database needs, for whoever opens it. */
export const tables = schemas([eventStoreTables, ...capabilities.map(({ entities = [], migrations = [] }) => ({ entities, migrations }))]);
