import { type Fact, type Recorded, personal } from '#event-sourcing';
import type { BreachFact } from '#breaches';
import type { ConditionVersionPlain, ConditionWords, OrderFact } from '#orders';

export const HIM = '0193b1c0-0000-7000-8000-000000000001';
export const ANN = '0193b1c0-0000-7000-8000-00000000000a';
export const BEA = '0193b1c0-0000-7000-8000-00000000000b';
export const ORDER = '0193b1c0-0000-7000-8000-000000000010';
export const BREACH = '0193b1c0-0000-7000-8000-000000000020';

/** Facts as they would lie in the store, recorded one after the other at the given instants by the given forces. */
export function recordedFacts(...facts: readonly { stream: string; fact: Fact; at: string; force?: string }[]): Recorded[] {
  const revisions = new Map<string, bigint>();
  return facts.map(({ stream, fact, at, force = '46' }, index) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const id = `0193b1c0-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const envelope = { by: 'officer-1', force, recordedAt: at, commandId: id, digest: '', correlationId: id };
    return { id, stream, revision, position: String(index + 1), schemaVersion: 1, fact, envelope };
  });
}

export function orderMade(
  data: Partial<Extract<OrderFact, { type: 'OrderMade' }>['data']> = {},
  wording = 'Not to contact the protected person',
): OrderFact {
  const orderId = data.orderId ?? ORDER;
  const version = condition(orderId, 1);
  return {
    type: 'OrderMade',
    data: {
      orderId,
      perpetratorId: HIM,
      force: '46',
      kind: 'spo',
      applicationId: null,
      origin: 'application',
      court: { type: 'magistrates', name: 'Testville Magistrates' },
      made: { on: '2026-05-14', at: null },
      end: { is: 'fixed', lastDay: '2028-05-13' },
      respondentPresent: false,
      withNotice: true,
      protectedPersonIds: [ANN],
      locality: 'uk',
      replaces: null,
      conditions: [version],
      ...data,
    },
    personal: {
      [`words:${version.versionId}`]: personal<ConditionWords>([HIM, ANN], { wording, parameters: {}, locality: null, necessity: null }),
    },
  };
}

export function condition(orderId: string, nth: number): ConditionVersionPlain {
  return {
    conditionId: `${orderId}-c1`,
    versionId: `${orderId}-c1-v${nth}`,
    number: 1,
    code: 'NC-DIR',
    category: 'prohibition',
    locality: 'uk',
    end: null,
  };
}

export function served(on: string): OrderFact {
  return {
    type: 'OrderServed',
    data: {
      orderId: ORDER,
      perpetratorId: HIM,
      force: '46',
      serviceId: `served-${on}`,
      served: 'order',
      at: { on, at: null },
      method: 'personal',
      proof: 'certificate',
    },
    personal: { place: personal([HIM], 'Testville'), by: personal([HIM], 'PC 0000 Sample') },
  };
}

export function breachReported(on: string, data: Partial<Extract<BreachFact, { type: 'BreachReported' }>['data']> = {}): BreachFact {
  return {
    type: 'BreachReported',
    data: {
      breachId: BREACH,
      perpetratorId: HIM,
      force: '46',
      occurred: { on, until: on, at: null },
      reportedAt: `${on}T12:00:00.000Z`,
      channel: 'phone-101',
      reporter: 'protected-person',
      kinds: ['message'],
      protectedPersonIds: [ANN],
      allegations: [
        {
          allegationId: `a-${on}`,
          orderId: ORDER,
          conditionId: `${ORDER}-c1`,
          conditionVersionId: `${ORDER}-c1-v1`,
          offenceCode: 'ST19001',
        },
      ],
      awarenessToShow: false,
      reasonableExcuse: 'none-offered',
      ...data,
    },
    personal: { account: personal([HIM, ANN], 'He wrote to Nora Nonesuch again') },
  };
}
