import { type BreachFact, type BreachState, breaches as breachStream } from '#breaches';
import type { LocalDate } from '#calendar';
import { type Fact, fold, personal } from '#event-sourcing';
import {
  type ApplicationFact,
  applications as applicationStream,
  type ApplicationState,
  type Court,
  type OrderFact,
  orders as orderStream,
  type OrderState,
} from '#orders';
import { clocks, type Situation } from './clocks.js';
import type { Due, TaskKind } from './task.js';

// Facts about fictional people, for the specs of this room.

type DataOf<F extends Fact, Type extends F['type']> = Extract<F, { type: Type }>['data'];

export const court: Court = { type: 'magistrates', name: 'Testville' };
export const crown: Court = { type: 'crown', name: 'Testville' };
export const ofOrder = { orderId: 'o-1', perpetratorId: 'p-1', force: '46' } as const;
export const ofBreach = { breachId: 'b-1', perpetratorId: 'p-1', force: '46' } as const;

/** Noon in London, summer or winter. */
export const noon = (day: LocalDate): string => `${day}T12:00:00.000Z`;
export const day = (on: LocalDate) => ({ on, at: null });

export function orderMade(over: Partial<DataOf<OrderFact, 'OrderMade'>> = {}): OrderFact {
  const data: DataOf<OrderFact, 'OrderMade'> = {
    ...ofOrder,
    kind: 'spo',
    applicationId: 'a-1',
    origin: 'application',
    court,
    made: day('2026-03-02'),
    end: { is: 'fixed', lastDay: '2028-03-01' },
    respondentPresent: false,
    withNotice: true,
    protectedPersonIds: ['v-1'],
    locality: 'uk',
    replaces: null,
    conditions: [],
    ...over,
  };
  return { type: 'OrderMade', data };
}

export function served(on: LocalDate, over: Partial<DataOf<OrderFact, 'OrderServed'>> = {}): OrderFact {
  const data: DataOf<OrderFact, 'OrderServed'> = {
    ...ofOrder,
    serviceId: `s-${on}`,
    served: 'order',
    at: day(on),
    method: 'personal',
    proof: 'certificate',
    ...over,
  };
  return { type: 'OrderServed', data, personal: { place: personal(['p-1'], 'At home'), by: personal(['p-1'], 'PC 0000') } };
}

export function confirmed(state: 'created' | 'updated' | 'removed', on: LocalDate): OrderFact {
  const data = { ...ofOrder, confirmationId: `${state}-${on}`, state, on };
  return { type: 'NationalRecordConfirmed', data, personal: { reference: personal(['p-1'], 'REF') } };
}

export function filed(): ApplicationFact {
  return {
    type: 'ApplicationFiled',
    data: {
      applicationId: 'a-1',
      perpetratorId: 'p-1',
      force: '46',
      filedOn: '2026-02-10',
      court,
      forum: 'adult',
      notice: 'with',
      areaBasis: 'resides',
      interimSought: true,
      protectedPersonIds: ['v-1'],
      victimIds: ['v-1'],
    },
  };
}

export function determined(on: LocalDate, outcome: 'granted' | 'refused'): ApplicationFact {
  const data = {
    applicationId: 'a-1',
    perpetratorId: 'p-1',
    force: '46',
    outcome,
    at: day(on),
    court,
    contested: true,
    orderId: null,
    reason: null,
  };
  return { type: 'ApplicationDetermined', data };
}

export function breachReported(over: Partial<DataOf<BreachFact, 'BreachReported'>> = {}): BreachFact {
  const data: DataOf<BreachFact, 'BreachReported'> = {
    ...ofBreach,
    occurred: { on: '2026-06-08', until: '2026-06-08', at: null },
    reportedAt: '2026-06-08T18:00:00.000Z',
    channel: 'phone-101',
    reporter: 'protected-person',
    kinds: ['message'],
    protectedPersonIds: ['v-1'],
    allegations: [{ allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'ST19001' }],
    awarenessToShow: false,
    reasonableExcuse: 'not-asked',
    ...over,
  };
  return { type: 'BreachReported', data, personal: { account: personal(['p-1', 'v-1'], 'A text message') } };
}

export const order = (...facts: readonly OrderFact[]): OrderState => fold(orderStream, facts);
export const application = (...facts: readonly ApplicationFact[]): ApplicationState => fold(applicationStream, facts);
export const breach = (...facts: readonly BreachFact[]): BreachState => fold(breachStream, facts);

export type Some = {
  readonly orders?: readonly OrderState[];
  readonly applications?: readonly ApplicationState[];
  readonly breaches?: readonly BreachState[];
  readonly received?: Situation['received'];
};

/** The tasks of one kind on a day, as [state, due by]. */
export function standing(
  today: LocalDate,
  what: TaskKind,
  { orders = [], applications = [], breaches = [], received = {} }: Some,
): [string, string | null][] {
  return found(today, what, { orders, applications, breaches, received }).map(({ state, dueBy }) => [state, dueBy]);
}

export function found(today: LocalDate, what: TaskKind, situation: Situation | Some): Due[] {
  const { orders = [], applications = [], breaches = [], received = {} } = situation;
  return clocks({ orders, applications, breaches, received }, noon(today)).filter((due) => due.what === what);
}

export const charged: BreachFact = {
  type: 'Charged',
  data: { ...ofBreach, at: '2026-06-10T10:00:00.000Z', offenceCodes: ['ST19001'], test: 'full-code' },
};
