import { MasterKey } from '#event-store';
import { readConfig } from '../../apps/web/src/config.js';
import type { Surroundings } from '../../apps/console/src/surroundings.js';
import { seedDemonstration, type SeedOptions } from '../../apps/console/src/seed/seed-demonstration.js';
import { demonstration } from '../../apps/console/src/seed/world.js';
import type { Template } from './postgres.js';
import { type Service, startService } from './service.js';

/** A demonstration small enough for tests, in which everything happens at least once. */
export const small = { seed: 'orderwatch', today: '2026-11-21', size: { people: 36, months: 18 } } as const satisfies SeedOptions;

export const smallDemonstration = demonstration(small.seed, small.today, small.size);

/** A database with that demonstration, made by the application itself; built once for all who ask. */
export const demonstrationTemplate: Template = {
  name: 'demonstration',
  build: async (url) => {
    const service = await startService({ url });
    try {
      await seedDemonstration(service.app, () => undefined, small);
    } finally {
      await service.close();
    }
  },
};

/** The same database as the console opens it. */
export function surroundingsOf(databaseUrl: string, key: MasterKey): Surroundings {
  return { config: { ...readConfig({}), folder: '.', labelledPairs: null }, databaseUrl, masterKey: key };
}

/** The master key of `service`. */
export function keyOf(service: Service): MasterKey {
  return service.app.get(MasterKey);
}
