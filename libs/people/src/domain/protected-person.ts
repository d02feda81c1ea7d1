import type { Personal, StreamType } from '#event-sourcing';
import type { ContactPlan, VictimRights, WhyStandard } from './contact-plan.js';
import type { AskedErasure } from './erasure.js';
import type { LocalDate } from '#calendar';
import type { Identity, PersonErasedFact, ProtectedPersonFact, SafeContact, WhyDeclined } from './events.js';
import { unreadable } from './unreadable.js';

/** What is known of somebody an order protects. Personal values are null once the person was erased. */
export interface ProtectedPersonRecord {
  readonly is: 'recorded';
  readonly protectedPersonId: string;
  /** The force that made the record, by CJS code. */
  readonly force: string;
  /** The perpetrator they were recorded to be protected from; null when the record does not say. */
  readonly perpetratorId: string | null;
  /** The force that looks after them now, by CJS code: it changes when they move, and the order stays as it is. */
  readonly safeguarding: string;
  readonly identity: Personal<Identity>;
  readonly contact: Personal<SafeContact>;
  /** Names, ways to reach them and plans that were corrected or changed, each once: what was written before still speaks of them so. */
  readonly formerly: Formerly;
  /** Null until one is agreed. */
  readonly plan: Personal<ContactPlan> | null;
  /** What each force decided last of their entitlement, by its CJS code: a force that has them in its care later decides anew. */
  readonly entitlements: readonly Entitlement[];
  /** The last erasure that was asked for, in time to be confirmed or not; absent when nobody asked. */
  readonly erasureAsked?: AskedErasure;
  /** The last handover to another force that was asked for, and what came of it; absent when none was. */
  readonly handover?: Handover;
}

/** One force asked another to look after the person. */
export interface Handover {
  readonly is: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
  /** CJS codes. */
  readonly from: string;
  readonly to: string;
  /** When it was asked. */
  readonly on: LocalDate;
  /** Null unless declined. */
  readonly because: WhyDeclined | null;
}

export interface Formerly {
  readonly identities: readonly Personal<Identity>[];
  readonly contacts: readonly Personal<SafeContact>[];
  readonly plans: readonly Personal<ContactPlan>[];
}

export interface Entitlement {
  readonly force: string;
  readonly rights: VictimRights;
  readonly standardBecause: WhyStandard | null;
}

export interface ErasedProtectedPerson {
  readonly is: 'erased';
  readonly protectedPersonId: string;
  readonly force: string;
  readonly perpetratorId: string | null;
  readonly safeguarding: string;
  readonly erasure: PersonErasedFact['data'];
}

export type ProtectedPersonState = { readonly is: 'unknown' } | ProtectedPersonRecord | ErasedProtectedPerson;

export const protectedPeople: StreamType<ProtectedPersonState, ProtectedPersonFact> = {
  category: 'protected',
  initial: { is: 'unknown' },
  evolve: evolveProtectedPerson,
};

/** The state after the fact. What is stored is never refused: a fact that finds no record leaves the state as it was. */
export function evolveProtectedPerson(state: ProtectedPersonState, fact: ProtectedPersonFact): ProtectedPersonState {
  if (fact.type === 'ProtectedPersonRecorded') {
    if (state.is !== 'unknown') return state;
    const { protectedPersonId, force, perpetratorId = null } = fact.data;
    return {
      is: 'recorded',
      protectedPersonId,
      force,
      perpetratorId,
      safeguarding: force,
      identity: fact.personal?.identity ?? unreadable(protectedPersonId),
      contact: fact.personal?.contact ?? unreadable(protectedPersonId),
      formerly: { identities: [], contacts: [], plans: [] },
      plan: null,
      entitlements: [],
    };
  }
  return state.is === 'recorded' ? evolveRecord(state, fact) : state;
}

function evolveRecord(
  record: ProtectedPersonRecord,
  fact: Exclude<ProtectedPersonFact, { type: 'ProtectedPersonRecorded' }>,
): ProtectedPersonState {
  const { protectedPersonId: self, formerly } = record;
  switch (fact.type) {
    case 'ProtectedPersonDetailsCorrected':
      return {
        ...record,
        identity: fact.personal?.identity ?? unreadable(self),
        formerly: { ...formerly, identities: withFormer(formerly.identities, record.identity, ({ name }) => name) },
      };
    case 'SafeContactChanged':
      return {
        ...record,
        contact: fact.personal?.contact ?? unreadable(self),
        formerly: { ...formerly, contacts: withFormer(formerly.contacts, record.contact, (contact) => contact) },
      };
    case 'ContactPlanAgreed': {
      const { force, rights, standardBecause } = fact.data;
      return {
        ...record,
        plan: fact.personal?.plan ?? unreadable(self),
        entitlements: [...record.entitlements.filter((one) => one.force !== force), { force, rights, standardBecause }],
        formerly: { ...formerly, plans: withFormer(formerly.plans, record.plan, ({ alsoTell, note }) => [alsoTell, note]) },
      };
    }
    case 'SafeguardingHandoverAsked': {
      const { from, to, on } = fact.data;
      return { ...record, handover: { is: 'waiting', from, to, on, because: null } };
    }
    case 'SafeguardingHandoverDeclined':
      return { ...record, ...answered(record, 'declined', fact.data.because) };
    case 'SafeguardingHandoverWithdrawn':
      return { ...record, ...answered(record, 'withdrawn') };
    case 'SafeguardingTransferred':
      return { ...record, safeguarding: fact.data.to, ...answered(record, 'accepted') };
    case 'ErasureAsked':
      return { ...record, erasureAsked: fact.data };
    case 'PersonErased': {
      const { force, perpetratorId, safeguarding } = record;
      return { is: 'erased', protectedPersonId: self, force, perpetratorId, safeguarding, erasure: fact.data };
    }
  }
}

/** What came of the handover that waits; of none that does not. */
function answered({ handover }: ProtectedPersonRecord, is: Handover['is'], because: WhyDeclined | null = null): { handover?: Handover } {
  return handover?.is === 'waiting' ? { handover: { ...handover, is, because } } : {};
}

/** The list with what was current until now, unless it is in it already as far as `telling` goes. */
function withFormer<T>(list: readonly Personal<T>[], was: Personal<T> | null, telling: (value: T) => unknown): readonly Personal<T>[] {
  if (!was || was.value === null) return list;
  const told = JSON.stringify(telling(was.value));
  return list.some(({ value }) => value !== null && JSON.stringify(telling(value)) === told) ? list : [...list, was];
}
