import { describe, expect, it } from '@jest/globals';
import type { Act } from '#event-sourcing';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams } from '#event-store';
import { type OrderFact, orders } from '#orders';
import { AddAllegation, AddAllegationHandler } from '../add-allegation/add-allegation.command.js';
import { breaches } from '../domain/breach.js';
import { now, reportedAt, sentAt, victim } from '../domain/example-facts.js';
import { made, orderMade, orderServed, version } from '../domain/example-orders.js';
import { occurredAt } from '../domain/occurred.js';
import { ReportBreach, ReportBreachHandler, type ReportedBreach } from './report-breach.command.js';

const streams = (store = new MemoryEventStore()) =>
  new Streams(store, new Sealer(new MemoryKeyring(), new MasterKey(new Map([[1, Buffer.alloc(32, 3)]]))));
const act = (nth: number): Act => {
  const commandId = `00000000-0000-4000-8000-00000000000${nth}`;
  return { by: 'u-1', force: '46', at: now, commandId, digest: 'd', correlationId: 'c' };
};
const details: ReportedBreach = {
  incident: {
    perpetratorId: 'p-1',
    occurred: occurredAt(sentAt),
    reportedAt,
    channel: 'phone-101',
    reporter: 'protected-person',
    kinds: ['message'],
    protectedPersonIds: [victim],
    account: 'A text message',
    place: null,
  },
  alleging: [{ orderId: 'o-1', breached: { is: 'condition', conditionId: 'c-1', versionId: 'c-1-1' } }],
  samePerson: [],
  reasonableExcuse: 'none-offered',
  excuse: null,
};
const recorded = async (...facts: readonly OrderFact[]) => {
  const made1 = streams();
  for (const [nth, fact] of facts.entries()) await made1.transact(orders, fact.data.orderId, act(nth), () => [fact]);
  return made1;
};

describe('reporting a breach', () => {
  it('decides by the orders as they are recorded, and records a command once', async () => {
    const all = await recorded(
      orderMade('o-1', { conditions: [version('c-1', 'c-1-1'), version('c-2', 'c-2-1')] }),
      orderServed('o-1', made),
    );
    const command = new ReportBreach(details, act(8));
    const handler = new ReportBreachHandler(all);
    const first = await handler.execute(command);
    const again = await handler.execute(command);
    expect([first.duplicate, again.duplicate]).toEqual([false, true]);
    const { state } = await all.load(breaches, command.breachId);
    expect(state).toMatchObject({
      status: 'alleged',
      force: '46',
      awarenessToShow: false,
      allegations: [{ conditionVersionId: 'c-1-1', offenceCode: 'ST19001' }],
    });
    const more = { orderId: 'o-1', breached: { is: 'condition', conditionId: 'c-2', versionId: 'c-2-1' } } as const;
    await new AddAllegationHandler(all).execute(new AddAllegation(command.breachId, more, [], act(9)));
    expect((await all.load(breaches, command.breachId)).state.allegations).toHaveLength(2);
  });

  it('refuses an order that was never recorded', async () => {
    await expect(new ReportBreachHandler(await recorded()).execute(new ReportBreach(details, act(8)))).rejects.toMatchObject({
      reason: 'order-not-known',
    });
  });
});
