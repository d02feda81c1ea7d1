import type { LocalDate } from '#calendar';
import type { BreachFact } from '#breaches';
import type { Fact, Recorded } from '#event-sourcing';
import { personal } from '#event-sourcing';
import type { ApplicationFact, Court, OrderFact } from '#orders';

// Facts about fictional people, for the specs of this room.

type DataOf<F extends Fact, Type extends F['type']> = Extract<F, { type: Type }>['data'];

export const court: Court = { type: 'magistrates', name: 'Testville' };
export const of = { orderId: 'o-1', perpetratorId: 'p-1', force: '46' } as const;

export function orderMade(over: Partial<DataOf<OrderFact, 'OrderMade'>> = {}): OrderFact {
  const data: DataOf<OrderFact, 'OrderMade'> = {
    ...of,
    kind: 'spo',
    applicationId: 'a-1',
    origin: 'application',
    court,
    made: { on: '2026-03-02', at: null },
    end: { is: 'fixed', lastDay: '2028-03-01' },
    respondentPresent: false,
    withNotice: true,
    protectedPersonIds: ['v-1'],
    locality: 'uk',
    replaces: null,
    conditions: [{ conditionId: 'c-1', versionId: 'c-1-1', number: 1, code: 'NC-DIR', category: 'prohibition', locality: 'uk', end: null }],
    ...over,
  };
  const words = personal(['p-1', 'v-1'], { wording: 'Not to contact A', parameters: {}, locality: null, necessity: null });
  return { type: 'OrderMade', data, personal: { 'words:c-1-1': words } };
}

export function orderServed(on: string, over: Partial<DataOf<OrderFact, 'OrderServed'>> = {}): OrderFact {
  const data: DataOf<OrderFact, 'OrderServed'> = {
    ...of,
    serviceId: `s-${on}`,
    served: 'order',
    at: { on, at: null },
    method: 'personal',
    proof: 'certificate',
    ...over,
  };
  return { type: 'OrderServed', data, personal: { place: personal(['p-1'], 'At home'), by: personal(['p-1'], 'PC 0000') } };
}

export function applicationFiled(over: Partial<DataOf<ApplicationFact, 'ApplicationFiled'>> = {}): ApplicationFact {
  const data: DataOf<ApplicationFact, 'ApplicationFiled'> = {
    applicationId: 'a-1',
    perpetratorId: 'p-1',
    force: '46',
    filedOn: '2026-02-10',
    court,
    forum: 'adult',
    notice: 'with',
    areaBasis: 'resides',
    interimSought: false,
    protectedPersonIds: ['v-1'],
    victimIds: ['v-1'],
    ...over,
  };
  return { type: 'ApplicationFiled', data };
}

export function applicationDetermined(over: Partial<DataOf<ApplicationFact, 'ApplicationDetermined'>> = {}): ApplicationFact {
  const data: DataOf<ApplicationFact, 'ApplicationDetermined'> = {
    applicationId: 'a-1',
    perpetratorId: 'p-1',
    force: '46',
    outcome: 'granted',
    at: { on: '2026-03-02', at: null },
    court,
    contested: true,
    orderId: 'o-1',
    reason: null,
    ...over,
  };
  return { type: 'ApplicationDetermined', data };
}

export function refusalAppealDecided(
  result: DataOf<ApplicationFact, 'RefusalAppealDecided'>['result'],
  on: LocalDate,
  over: Partial<DataOf<ApplicationFact, 'RefusalAppealDecided'>> = {},
): ApplicationFact {
  const data = { ...of, applicationId: 'a-1', appealId: 'ap-1', court, at: { on, at: null }, result };
  return { type: 'RefusalAppealDecided', data: { ...data, orderId: result === 'order-made' ? 'o-9' : null, ...over } };
}

export function breachReported(over: Partial<DataOf<BreachFact, 'BreachReported'>> = {}): BreachFact {
  const data: DataOf<BreachFact, 'BreachReported'> = {
    breachId: 'b-1',
    perpetratorId: 'p-1',
    force: '46',
    occurred: { on: '2026-06-08', until: '2026-06-08', at: null },
    reportedAt: '2026-06-08T18:00:00.000Z',
    channel: 'phone-101',
    reporter: 'protected-person',
    kinds: ['message'],
    protectedPersonIds: ['v-1'],
    allegations: [{ allegationId: 'al-1', orderId: 'o-1', conditionId: 'c-1', conditionVersionId: 'c-1-1', offenceCode: 'ST19001' }],
    awarenessToShow: false,
    reasonableExcuse: 'not-asked',
    ...over,
  };
  return { type: 'BreachReported', data, personal: { account: personal(['p-1', 'v-1'], 'A text message') } };
}

/** The fact as the store hands it out. Times, people and places of the envelope play no part here. */
export function recorded(stream: string, fact: Fact, nth = 0): Recorded {
  const envelope = { by: 'u-1', force: '46', recordedAt: '2026-11-01T09:00:00.000Z', commandId: 'c', digest: '', correlationId: 'r' };
  return { id: `${stream}-${nth}`, stream, revision: BigInt(nth), position: String(nth), schemaVersion: 1, fact, envelope };
}
