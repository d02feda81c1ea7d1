import { capability as access } from '#access/module';
import { capability as breaches } from '#breaches/module';
import { capability as cases } from '#cases/module';
import { schemas } from '#database/module';
import { capability as deadlines } from '#deadlines/module';
import type { Capability } from '#event-store';
import { eventStoreTables } from '#event-store/module';
import { capability as histories } from '#histories/module';
import { capability as orders } from '#orders/module';
import { capability as people } from '#people/module';
import { capability as uptake } from '#uptake/module';

/** The rooms of the application, in the order of their links in the navigation. A new room is one line here. */
export const capabilities: readonly Capability[] = [people, deadlines, cases, orders, breaches, histories, uptake, access];

/** Everything the database needs, for whoever opens it. */
export const tables = schemas([eventStoreTables, ...capabilities.map(({ entities = [], migrations = [] }) => ({ entities, migrations }))]);
