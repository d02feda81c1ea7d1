import type { Fact, Personal } from '#event-sourcing';
import type { LocalDate } from '#calendar';
import type { ContactPlan, VictimRights, WhyStandard } from './contact-plan.js';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

export interface PersonName {
  readonly family: string;
  readonly given: string;
}

export type Sex = 'female' | 'male' | 'other' | 'unknown';

export interface Identity {
  readonly name: PersonName;
  /** Null when not known. */
  readonly dateOfBirth: LocalDate | null;
  readonly sex: Sex;
}

export interface Address {
  readonly lines: readonly string[];
  readonly postcode: string;
}

/**
 * `nominal` numbers mean something only together with the force and the system that gave them; a `phone` or a `vehicle` (its registration
 * mark) may be shared by a household; a `handle` is the name of an account, with where it is used as its system when that is known.
 */
export type IdentifierScheme = 'pncid' | 'cro' | 'nominal' | 'phone' | 'handle' | 'vehicle';

export type RestrictionBasis = 'police-employee' | 'risk-of-harm' | 'sensitive-investigation' | 'other';

/** Where a photograph comes from: how far it can be trusted to show the person as they look. */
export type PhotographSource = 'custody' | 'passport' | 'social-media' | 'other';

export type PictureType = 'image/jpeg' | 'image/png';

/** Every fact of a perpetrator's record, which belongs to the force that made it. Stream `perpetrator-<id>`. */
export type PerpetratorFact =
  | Fact<'PerpetratorRecorded', { perpetratorId: string; force: string }, { identity: Personal<Identity> }>
  | Fact<'PerpetratorDetailsCorrected', { perpetratorId: string }, { identity: Personal<Identity>; reason: Personal<string> }>
  | Fact<'AliasRecorded', { perpetratorId: string; aliasId: string }, { name: Personal<PersonName> }>
  | Fact<'AddressRecorded', { perpetratorId: string; addressId: string; from: LocalDate | null }, { address: Personal<Address> }>
  | Fact<
      'IdentifierRecorded',
      { perpetratorId: string; identifierId: string; scheme: IdentifierScheme; force: string | null; system: string | null },
      { value: Personal<string> }
    >
  /** `policeForce` is the force that employs the person, by CJS code; null outside the police. */
  | Fact<'OccupationRecorded', { perpetratorId: string; policeForce: string | null }, { occupation: Personal<string> }>
  /** A photograph without anything but the picture. `width` and `height`: pixels, as it is shown; `size`: bytes; `contentId`: under which they lie. */
  | Fact<
      'PhotographRecorded',
      {
        perpetratorId: string;
        photographId: string;
        contentId: string;
        mediaType: PictureType;
        width: number;
        height: number;
        size: number;
        takenOn: LocalDate | null;
        source: PhotographSource;
      },
      { sha256: Personal<string> }
    >
  /** It was recorded in error, for instance because it shows somebody else. Its bytes are destroyed. */
  | Fact<'PhotographWithdrawn', { perpetratorId: string; photographId: string }, { reason: Personal<string> }>
  /** From here on the record is absent for everyone but the named readers (user ids). */
  | Fact<'RecordRestricted', { perpetratorId: string; basis: RestrictionBasis; readers: readonly string[] }>
  | Fact<'ReadersChanged', { perpetratorId: string; readers: readonly string[] }>
  | Fact<'RestrictionLifted', { perpetratorId: string }, { reason: Personal<string> }>
  | ErasureAskedFact
  | PersonErasedFact;

/** Where and how a protected person can be reached without putting them at risk. */
export interface SafeContact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
  /** For instance `text only, weekdays after 17:00; never the landline`. */
  readonly safeTimes: string | null;
}

/** Every fact of a protected person's record. Stream `protected-<id>`. */
export type ProtectedPersonFact =
  /** `perpetratorId`: from whom they are to be protected, as far as known when the record was made; orders say the rest. */
  | Fact<
      'ProtectedPersonRecorded',
      { protectedPersonId: string; force: string; perpetratorId?: string },
      { identity: Personal<Identity>; contact: Personal<SafeContact> }
    >
  | Fact<'ProtectedPersonDetailsCorrected', { protectedPersonId: string }, { identity: Personal<Identity>; reason: Personal<string> }>
  | Fact<'SafeContactChanged', { protectedPersonId: string }, { contact: Personal<SafeContact> }>
  /**
   * How they are kept in touch with, and to what they are entitled, as the force that looks after them agreed it. `perpetratorId`: on whose
   * record they are. `standardBecause`: why not Enhanced Rights; null with them.
   */
  | Fact<
      'ContactPlanAgreed',
      { protectedPersonId: string; perpetratorId: string | null; force: string; rights: VictimRights; standardBecause: WhyStandard | null },
      { plan: Personal<ContactPlan> }
    >
  /** The force that looks after the person (`from`) asks another (`to`) to do so; until that accepts, nothing changes. `on`: a London day. */
  | Fact<'SafeguardingHandoverAsked', HandoverParties & { on: LocalDate }>
  /** The force that was asked will not; the one that asked goes on. */
  | Fact<'SafeguardingHandoverDeclined', HandoverParties & { because: WhyDeclined }>
  /** The force that asked took it back before there was an answer, or the person was erased. */
  | Fact<'SafeguardingHandoverWithdrawn', HandoverParties>
  /**
   * Who looks after the protected person from now on, by CJS code: they may move, the order stays as it is. `force`: which recorded them,
   * `from`: which looked after them until now, `perpetratorId`: on whose record they are. Absent: not kept then.
   */
  | Fact<'SafeguardingTransferred', { protectedPersonId: string; to: string; from?: string; force?: string; perpetratorId?: string | null }>
  | ErasureAskedFact
  | PersonErasedFact;

/** CJS codes; `force`: which recorded the person, `perpetratorId`: on whose record they are. */
export interface HandoverParties {
  readonly protectedPersonId: string;
  readonly to: string;
  readonly from: string;
  readonly force: string;
  readonly perpetratorId: string | null;
}

/** Why a force does not take somebody over. Coded, so that nothing personal is written for a force that may not read it. */
export type WhyDeclined = 'not-in-our-area' | 'asked-in-error' | 'speak-first';

/** Somebody asked that the person's key be destroyed. It is, when somebody else confirms it on or before the London day `until`. */
export type ErasureAskedFact = Fact<
  'ErasureAsked',
  { personId: string; basis: ErasureBasis; authority: string; askedBy: string; until: LocalDate }
>;

/** The person's key was destroyed: nothing personal about them can be read any more. The rest of the history stands. */
export type PersonErasedFact = Fact<'PersonErased', { personId: string; basis: ErasureBasis; authority: string }>;

/** DPA 2018 ss.46 to 48 and the retention schedule of the Police Information and Records Management Code. */
export type ErasureBasis = 'retention-review' | 'right-to-erasure' | 'court-order' | 'recorded-in-error';
