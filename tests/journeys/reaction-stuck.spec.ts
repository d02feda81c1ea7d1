import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FlagAffectedBreaches } from '#breaches/module';
import { EventStore } from '#event-store';
import { Projector, Reactions, Turns } from '#event-store/module';
import { TellOwningForces } from '#histories/module';
import { orders } from '#orders';
import { FindLinks } from '#people/module';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import { checkReactions } from '../../apps/console/src/verify/reactions.js';
import { RecordFreshness } from '../../apps/web/src/shell/record-freshness.js';
import type { Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';
import { eventually } from './support/eventually.js';

jest.setTimeout(120_000);

let service: Service;
let client: Client;
let poisonAt: string;

/** A fact of an order that this software does not know, as after going back to an older version: read models pass it over, what follows orders cannot. */
beforeAll(async () => {
  service = await startService();
  client = await service.signIn('legal.kent');
  const store = service.app.get(EventStore);
  poisonAt = service.clock.now();
  const meta = { by: 'u-1', force: '46', recordedAt: poisonAt, commandId: v4(), digest: 'd', correlationId: 'c' };
  const event = { id: v4(), type: 'NobodyKnowsThisFact', schemaVersion: 1, data: {}, meta };
  await store.append(`${orders.category}-${v4()}`, 'none', [event]);
  service.clock.forward({ minutes: 5 });
  await eventually(
    () => service.app.get(Reactions).status(),
    (all) => all.some(({ failure }) => failure !== null),
  );
});
afterAll(() => service.close());

/** Tells how long it was waited for, ms. */
class Waiting extends Reactions {
  readonly waits: number[] = [];

  override waitFor(reaction: string, position: string, timeoutMs: number): Promise<boolean> {
    this.waits.push(timeoutMs);
    return super.waitFor(reaction, position, timeoutMs);
  }
}

const ready = () => client.api.get('/health/ready');

describe('A reaction that cannot take what was recorded', () => {
  it('stops alone, and is never passed over', async () => {
    const head = (await service.app.get(EventStore).head()) ?? '';
    expect(await service.app.get(FindLinks).waitFor(head, 10_000)).toBe(true);
    expect(await service.app.get(TellOwningForces).waitFor(head, 10_000)).toBe(true);
    const [stuck] = (await service.app.get(Reactions).status()).filter(({ failure }) => failure !== null);
    expect(stuck).toMatchObject({ name: 'flag-affected-breaches', position: null, isBehind: true });
    expect(await service.app.get(FlagAffectedBreaches).position()).toBeNull();
  });

  it('is named by readiness, with since when and where, and takes no page away', async () => {
    const answer = await ready();
    const place = { name: 'flag-affected-breaches', since: expect.stringMatching(/^\d{4}-.*Z$/), position: null };
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { status: 'degraded', reactions: { stuck: [place], behind: ['flag-affected-breaches'] } },
    ]);
    expect(answer.text).not.toContain('NobodyKnowsThisFact');
  });

  it('is named by the metrics', async () => {
    const { text } = await client.api.get('/metrics');
    expect(text).toContain('orderwatch_reaction_behind{reaction="flag-affected-breaches"} 2');
    expect(text).toContain('orderwatch_reaction_behind{reaction="find-links"} 0');
    expect(text).toMatch(/orderwatch_reaction_stuck_since_seconds\{reaction="flag-affected-breaches"\} \d{10}/);
  });

  it('is found wrong by verify, with the event that it stands at', async () => {
    const findings = await checkReactions(service.app.get(Reactions));
    expect(findings.filter(({ whole }) => !whole)).toEqual([
      {
        check: 'reaction flag-affected-breaches',
        whole: false,
        says: expect.stringMatching(/^stuck since \S+Z before the first event\. Could not go on at NobodyKnowsThisFact \S+ of order-/),
      },
    ]);
    expect(findings).toHaveLength(4);
  });

  it('is waited for once: later pages tell at once', async () => {
    const { app, clock } = service;
    const reactions = new Waiting(app.get(Turns), app.get(EventStore), ['flag-affected-breaches']);
    const freshness = new RecordFreshness(app.get(Projector), reactions, app.get(EventStore), clock);
    for (let page = 0; page < 3; page += 1) {
      expect(await freshness.notMadeSince('flag-affected-breaches')).toBe(poisonAt);
      clock.forward({ minutes: 1 });
    }
    expect(reactions.waits).toEqual([500, 0, 0]);
  });

  it('is the only thing that stands: one that this software no longer has tells nothing', async () => {
    const ran = async () => {
      const rows: { name: string }[] = await service.app.get(DataSource).query('select name from projection.reaction order by name');
      return rows.map(({ name }) => name);
    };
    const known = async () => (await service.app.get(Reactions).status()).map(({ name }) => name).toSorted();
    expect(await known()).toEqual(await ran());
    await service.app.get(Turns).ensure('renamed-since');
    expect(await known()).not.toContain('renamed-since');
    expect((await ready()).text).not.toContain('renamed-since');
    expect((await client.api.get('/metrics')).text).not.toContain('renamed-since');
  });

  it('is told where its work is shown, and nowhere else', async () => {
    const work = await client.get('/work');
    expect(work.find('.ow-missing')).toContain(
      'Not all flags on breaches are shown. Those that follow from what was recorded since 21 Nov 2026 at 12:00 may be missing here.',
    );
    expect((await client.api.get('/api/v1/work')).header('x-missing-since')).toBe(poisonAt);
    for (const path of ['/alerts', '/links']) {
      const page = await client.get(path);
      expect([page.status, page.find('.ow-missing'), page.header('x-missing-since')]).toEqual([200, '', '']);
    }
  });
});
