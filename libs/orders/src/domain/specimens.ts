import { atLondon, type LocalDate, type LocalTime } from '#calendar';
import { fold, personal, Refusal } from '#event-sourcing';
import { madeWith, spokenBlank, unnamed } from './condition-library.js';
import { applications, type ApplicationState } from './application.js';
import type { DraftFact } from './application-draft/facts.js';
import type { YouthFact } from './youth/facts.js';
import type { ApplicationFact, ConditionVersionPlain, ConditionWords, Court, OrderFact, WordsParts } from './events.js';
import { orders, type OrderState } from './order.js';
import type { DraftCondition, OrderDraft } from './draft.js';
import type { End, Moment } from './moments.js';

// Fictional facts from which specs build their scenes. Nobody here exists.

export const perpetratorId = '10000000-0000-4000-8000-000000000001';
export const protectedA = '20000000-0000-4000-8000-00000000000a';
export const protectedB = '20000000-0000-4000-8000-00000000000b';
export const orderId = '30000000-0000-4000-8000-000000000001';
export const interimId = '30000000-0000-4000-8000-000000000002';
export const applicationId = '40000000-0000-4000-8000-000000000001';
export const force = '46';
export const maidstone: Court = { type: 'magistrates', name: 'Testville Magistrates' };
export const crown: Court = { type: 'crown', name: 'Testville Crown Court' };

/** A moment by the London clock; without a time when only the day is known. */
export function on(day: LocalDate, time?: LocalTime): Moment {
  if (time === undefined) return { on: day, at: null };
  const moment = atLondon(day, time, 'earlier');
  if (!moment.ok) throw new Error('A specimen needs a time that the clocks showed');
  return { on: day, at: moment.instant };
}

export function until(lastDay: LocalDate): End {
  return { is: 'fixed', lastDay };
}

export function version(conditionId: string, nth = 1, over: Partial<ConditionVersionPlain> = {}): ConditionVersionPlain {
  const plain = {
    conditionId,
    versionId: `${conditionId}-v${nth}`,
    number: 1,
    code: 'NC-DIR',
    category: 'prohibition',
    locality: 'uk',
    end: null,
  } as const;
  return { ...plain, ...over };
}

export function words(wording: string): ConditionWords {
  return { wording, parameters: {}, locality: null, necessity: 'Necessary to protect A' };
}

export function wordsFor(versions: readonly ConditionVersionPlain[], wording = 'You must not contact A by any means'): WordsParts {
  return Object.fromEntries(versions.map(({ versionId }) => [`words:${versionId}`, personal([perpetratorId, protectedA], words(wording))]));
}

type Data<Type extends OrderFact['type']> = Extract<OrderFact, { type: Type }>['data'];

const ofOrder = { orderId, perpetratorId, force };

export function orderMade(over: Partial<Data<'OrderMade'>> = {}): OrderFact {
  const data: Data<'OrderMade'> = {
    ...ofOrder,
    kind: 'spo',
    applicationId,
    origin: 'application',
    court: maidstone,
    made: on('2026-05-14', '11:40'),
    end: until('2028-05-13'),
    respondentPresent: false,
    withNotice: true,
    protectedPersonIds: [protectedA],
    locality: 'uk',
    replaces: null,
    conditions: [version('contact')],
    ...over,
  };
  return { type: 'OrderMade', data, personal: wordsFor(data.conditions) };
}

export function orderServed(at: Moment, over: Partial<Data<'OrderServed'>> = {}): OrderFact {
  return {
    type: 'OrderServed',
    data: { ...ofOrder, serviceId: `service-${at.on}`, served: 'order', at, method: 'personal', proof: 'statement', ...over },
    personal: { place: personal([perpetratorId], 'Testville police station'), by: personal([perpetratorId], 'PC 0000 Test') },
  };
}

export function orderVaried(variationId: string, effective: Moment, over: Partial<Data<'OrderVaried'>> = {}): OrderFact {
  const data: Data<'OrderVaried'> = {
    ...ofOrder,
    variationId,
    court: maidstone,
    effective,
    onApplicationOf: 'chief-officer',
    respondentPresent: null,
    changes: [],
    end: null,
    ...over,
  };
  const versions = data.changes.flatMap((change) => (change.change === 'removed' ? [] : [change.version]));
  return { type: 'OrderVaried', data, personal: wordsFor(versions, `As varied by ${variationId}`) };
}

export function orderDischarged(at: Moment): OrderFact {
  return { type: 'OrderDischarged', data: { ...ofOrder, court: maidstone, at, onApplicationOf: 'chief-officer' } };
}

export function orderQuashed(at: Moment): OrderFact {
  return { type: 'OrderQuashed', data: { ...ofOrder, appealId: null, court: crown, at } };
}

export function orderRenewed(made: Moment, end: End, filedOn: LocalDate = made.on): OrderFact {
  return {
    type: 'OrderRenewed',
    data: {
      ...ofOrder,
      renewalId: `renewal-${made.on}`,
      court: maidstone,
      filedOn,
      made,
      end,
      onApplicationOf: 'chief-officer',
      outOfTime: false,
    },
  };
}

export function interimCeased(at: Moment): OrderFact {
  return { type: 'InterimOrderCeased', data: { ...ofOrder, orderId: interimId, applicationId, at, outcome: 'granted' } };
}

export function orderOf(...facts: readonly OrderFact[]): OrderState {
  return fold(orders, facts);
}

type ApplicationData<Type extends ApplicationFact['type']> = Extract<ApplicationFact, { type: Type }>['data'];

export function applicationFiled(over: Partial<ApplicationData<'ApplicationFiled'>> = {}): ApplicationFact {
  const data: ApplicationData<'ApplicationFiled'> = {
    applicationId,
    perpetratorId,
    force,
    filedOn: '2026-03-10',
    court: maidstone,
    forum: 'adult',
    notice: 'with',
    areaBasis: 'resides',
    interimSought: true,
    protectedPersonIds: [protectedA],
    victimIds: [protectedA],
    ...over,
  };
  return { type: 'ApplicationFiled', data };
}

export function applicationOf(...facts: readonly (ApplicationFact | DraftFact | YouthFact)[]): ApplicationState {
  return fold(applications, facts);
}

/** The reason for which `decision` is refused. Throws when it is not. */
export function refusal(decision: () => unknown): string {
  try {
    decision();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  throw new Error('It was not refused');
}

export function draftCondition(conditionId: string, nth = 1, over: Partial<DraftCondition> = {}): DraftCondition {
  const wording = 'You must not contact A by any means';
  const draft = { conditionId, versionId: `${conditionId}-v${nth}`, number: 1, code: 'NC-DIR', category: null, wording } as const;
  return { ...draft, parameters: {}, locality: null, necessity: 'Necessary to protect A', end: null, ...over };
}

/** Words of a court that say all that fills the blanks of a condition. */
export function saying(made: Pick<ConditionVersionPlain, 'code' | 'library'>, parameters: Readonly<Record<string, string>>): string {
  const said = madeWith(made).blanks.flatMap((blank) => {
    const value = parameters[blank.name];
    return value && blank.type !== 'people' ? [spokenBlank(blank, value, unnamed)] : [];
  });
  return ['As the court wrote it', ...said].join('; ');
}

export function orderDraft(over: Partial<OrderDraft> = {}): OrderDraft {
  return {
    court: maidstone,
    made: on('2026-05-14', '11:40'),
    end: until('2028-05-13'),
    respondentPresent: false,
    withNotice: true,
    locality: 'uk',
    reference: null,
    conditions: [draftCondition('contact')],
    ...over,
  };
}

/** Long after everything else in the scenes. */
export const now: Moment = on('2026-11-21', '09:00');
