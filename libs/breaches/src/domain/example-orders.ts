import type { LocalDate } from '#calendar';
import { fold, personal } from '#event-sourcing';
import { type ConditionVersionPlain, type ConditionWords, type Moment, type OrderFact, orders, type OrderState } from '#orders';

// Orders against one fictional person, for the specs of what can be alleged.

type DataOf<Type extends OrderFact['type']> = Extract<OrderFact, { type: Type }>['data'];

/** The SPO is made at 10:00 on 14 May 2026 in London. */
export const made: Moment = { on: '2026-05-14', at: '2026-05-14T09:00:00.000Z' };
export const words = { about: ['p-1'], value: { wording: 'Not to', parameters: {}, locality: null, necessity: null } };
const court = { type: 'magistrates', name: 'Testville Magistrates' } as const;

export function version(conditionId: string, versionId: string, over: Partial<ConditionVersionPlain> = {}): ConditionVersionPlain {
  return { conditionId, versionId, number: 1, code: 'NC-DIR', category: 'prohibition', locality: 'uk', end: null, ...over };
}

export function orderMade(orderId: string, over: Partial<DataOf<'OrderMade'>> = {}): OrderFact {
  const conditions = over.conditions ?? [version('c-1', 'c-1-1')];
  return {
    type: 'OrderMade',
    data: {
      ...ofOrder(orderId),
      kind: 'spo',
      applicationId: 'app-1',
      origin: 'application',
      court,
      made,
      end: { is: 'fixed', lastDay: '2028-05-13' },
      respondentPresent: false,
      withNotice: true,
      protectedPersonIds: ['v-1'],
      locality: 'uk',
      replaces: null,
      ...over,
      conditions,
    },
    personal: Object.fromEntries(conditions.map(({ versionId }) => [`words:${versionId}`, personal<ConditionWords>(['p-1'], words.value)])),
  };
}

export function orderVaried(
  orderId: string,
  effective: Moment,
  changes: DataOf<'OrderVaried'>['changes'],
  end: DataOf<'OrderVaried'>['end'] = null,
): OrderFact {
  return {
    type: 'OrderVaried',
    data: {
      ...ofOrder(orderId),
      variationId: `var-${effective.on}`,
      court,
      effective,
      onApplicationOf: 'chief-officer',
      respondentPresent: false,
      changes,
      end,
    },
    personal: Object.fromEntries(
      changes.flatMap((change) =>
        change.change === 'removed' ? [] : [[`words:${change.version.versionId}`, personal<ConditionWords>(['p-1'], words.value)]],
      ),
    ),
  };
}

export function notified(about: DataOf<'NotificationGiven'>['about'], day: LocalDate, orderId = 'o-1'): OrderFact {
  const at = { on: day, at: null };
  return { type: 'NotificationGiven', data: { ...ofOrder(orderId), notificationId: `n-${day}`, about, at, inAdvance: false } };
}

/** He moved on that day, as the police learned. */
export function moved(day: LocalDate): OrderFact {
  return { type: 'DetailsChangeLearned', data: { ...ofOrder('o-1'), changeId: `moved-${day}`, of: 'address', on: day } };
}

export function orderServed(orderId: string, at: Moment, served: DataOf<'OrderServed'>['served'] = 'order'): OrderFact {
  return {
    type: 'OrderServed',
    data: { ...ofOrder(orderId), serviceId: `s-${at.on}`, served, at, method: 'personal', proof: 'certificate' },
    personal: { place: personal(['p-1'], 'Testville'), by: personal(['p-1'], 'PC 0000') },
  };
}

export function orderQuashed(orderId: string, at: Moment): OrderFact {
  return { type: 'OrderQuashed', data: { ...ofOrder(orderId), appealId: null, court, at } };
}

export function ofOrder(orderId: string) {
  return { orderId, perpetratorId: 'p-1', force: '46' };
}

export function order(...facts: readonly OrderFact[]): OrderState {
  return fold(orders, facts);
}
