import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { breaches } from '#breaches';
import { EventStore, Keyring, Streams } from '#event-store';
import { Projector } from '#event-store/module';
import type { Fact, StreamType } from '#event-sourcing';
import { cases } from '#cases';
import { applications, orders } from '#orders';
import { v4 } from 'uuid';
import { breachReported } from '../../libs/breaches/src/domain/example-facts.js';
import { orderMade } from '../../libs/breaches/src/domain/example-orders.js';
import { perpetrator } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let administrator: Desk;
let other: Desk;

const erasure = { basis: 'court-order', authority: 'Order 99/2026' };
const held = ['orders', 'breaches', 'applications', 'cases'] as const;
const people = new Map<string, { readonly asked: string; readonly unasked: string }>();
const inRecord = (kind: string) => people.get(kind) ?? { asked: '', unasked: '' };
const somebody = () => perpetrator(story.desk('officer.kent'), { given: 'Harold', family: 'Heldback', born: '1971-01-01' });

/** Erasures of four people are asked for and wait; then the read models stop, and nothing shows what is recorded after. */
beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [administrator, other] = [story.desk('administrator'), story.desk('administrator.second')];
  for (const kind of held) {
    const [asked, unasked] = [await somebody(), await somebody()];
    await administrator.tells(`/perpetrators/${asked}/erasure`, erasure);
    await other.sees(`/erasures/${asked}`);
    people.set(kind, { asked, unasked });
  }
  await story.service.app.get(Projector).stop();
}, 60_000);
afterAll(() => story.end());

async function record<S, F extends Fact>(type: StreamType<S, F>, facts: readonly F[]): Promise<void> {
  const at = story.service.clock.now();
  const act = { by: 'u-1', force: '46', at, commandId: v4(), digest: 'd', correlationId: 'c' };
  await story.service.app.get(Streams).transact(type, v4(), act, () => facts);
}

const about = (perpetratorId: string) => ({ perpetratorId, force: '46' });
const recording: Record<(typeof held)[number], (id: string) => Promise<void>> = {
  orders: (id) => {
    const made = orderMade(v4());
    return record(orders, [{ ...made, data: { ...made.data, perpetratorId: id } } as typeof made]);
  },
  breaches: (id) => {
    const reported = breachReported();
    return record(breaches, [{ ...reported, data: { ...reported.data, perpetratorId: id } } as typeof reported]);
  },
  applications: (id) => {
    const by = { userId: 'u-1', role: 'legal' } as const;
    return record(applications, [{ type: 'ApplicationBegun', data: { ...about(id), applicationId: v4(), by, begunOn: '2026-07-01' } }]);
  },
  cases: (id) => {
    const opened = { ...about(id), caseId: v4(), openedOn: '2026-05-01', source: 'victim', protectedPersonIds: [] } as const;
    return record(cases, [{ type: 'StalkingCaseOpened', data: opened }]);
  },
};

const words = {
  orders: 'an order is in force',
  breaches: 'a breach is not concluded',
  applications: 'an application is waiting for the court or being prepared',
  cases: 'an investigation has no outcome yet',
};

it.each(held)('What no read model shows yet holds the data all the same, at asking and at confirming: %s', async (kind) => {
  const { asked, unasked } = inRecord(kind);
  await recording[kind](asked);
  await recording[kind](unasked);
  expect((await other.sees(`/erasures/${asked}`)).main).toContain(`must be kept for now: ${words[kind]}`);
  expect(await other.isTold(`/erasures/${asked}`, { seen: 'yes' })).toBe('legal-hold');
  expect(await administrator.isTold(`/perpetrators/${unasked}/erasure`, erasure)).toBe('legal-hold');
  expect((await story.service.app.get(Keyring).keys([asked])).get(asked)).toBeInstanceOf(Buffer);
});

it('Where there is too much to look through nobody asks and nobody confirms', async () => {
  const { asked, unasked } = inRecord('orders');
  const store = story.service.app.get(EventStore);
  const meta = { by: 'u-1', force: '46', recordedAt: story.service.clock.now(), commandId: v4(), digest: 'd', correlationId: 'c' };
  const stream = `nothing-${v4()}`;
  for (let nth = 0; nth < 10; nth += 1) {
    const events = Array.from({ length: 1_000 }, () => ({ id: v4(), type: 'NothingHappened', schemaVersion: 1, data: {}, meta }));
    await store.append(stream, 'any', events);
  }
  for (const [who, path, json] of [
    [other, `/erasures/${asked}`, { seen: 'yes' }],
    [administrator, `/perpetrators/${unasked}/erasure`, erasure],
  ] as const) {
    const answer = await (await who.client()).api.post(`/api/v1${path}`, json);
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('Nothing was recorded or erased')]);
  }
  expect((await story.service.app.get(Keyring).keys([asked])).get(asked)).toBeInstanceOf(Buffer);
});
