import { force as forceOf, may, type Viewer } from '#access';
import { ageOn, formatDate, type LocalDate } from '#calendar';
import type { YouthContactOf } from '../domain/youth/facts.js';
import { isRestricted, type Proceedings, type ReportingStanding, reportingStanding } from '../domain/youth/reporting.js';
import { eighteenOn, latestContact, untold, youthContactsOf, type YouthContactKnown, type YouthRecord } from '../domain/youth/youth.js';
import { courtWords } from '../order-record/words.js';
import { contactTitles, restrictionWords, whyNotTold } from './words.js';

/** What is to be known of an application because its respondent is or was under 18, in the words of one reader. */
export interface YouthView {
  /** `Under 18` or `Was under 18`. */
  readonly heading: string;
  /** How old the respondent was then, and is now; sentences without a full stop. */
  readonly age: readonly string[];
  readonly reporting: {
    /** `ask`: nobody knows, so it must be asked before anything is published. */
    readonly isRestricted: 'yes' | 'no' | 'ask';
    readonly heading: string;
    readonly lines: readonly string[];
  };
  /** The youth justice team, then the parent or guardian. */
  readonly contacts: readonly YouthContactView[];
  /** Whether somebody still has to be told, or it has to be said why not. */
  readonly isToTell: boolean;
}

export interface YouthContactView {
  readonly of: YouthContactOf;
  readonly title: string;
  /** Whether they were told, or why not; `Not recorded yet`. */
  readonly words: string;
  /** Whether it still has to be recorded that they were told, or why not. */
  readonly isOpen: boolean;
  /** Whether nobody has recorded anything of them. */
  readonly isUnsaid: boolean;
  /** For the force that recorded it, and of it for who may read names; null for everybody else. */
  readonly reach: {
    readonly name: string;
    readonly organisation: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly note: string | null;
  /** Of those who do not read it: the force that holds it, by CJS code; null where there is nothing, or it is read. */
  readonly heldBy: string | null;
}

/** What a reader is told of an application, and when it is read. */
export interface YouthAsked {
  readonly record: YouthRecord;
  /** When it was filed, or an order without an application was made; null while it is prepared. */
  readonly filed: { readonly is: 'application' | 'order'; readonly on: LocalDate; readonly isYouthCourt: boolean } | null;
  /** Of an application in preparation: whether the youth court is to hear it as far as is known. */
  readonly willBeYouthCourt: boolean;
  readonly dateOfBirth: LocalDate | null;
  readonly today: LocalDate;
  readonly viewer: Pick<Viewer, 'force' | 'permissions'>;
}

export function youthView(asked: YouthAsked): YouthView {
  const { record, dateOfBirth, today, viewer } = asked;
  const standing = reportingStanding(record, proceedingsOf(asked), today);
  const isUnder18 = dateOfBirth !== null && ageOn(dateOfBirth, today) < 18;
  // An order that was recorded without an application has nobody to be told of one.
  const contacts = asked.filed?.is === 'order' ? [] : youthContactsOf;
  return {
    heading: headingOf(asked, isUnder18),
    age: ageWords(asked),
    reporting: { isRestricted: isRestricted(standing), ...reportingWords(standing, proceedingsOf(asked)) },
    contacts: contacts.map((of) => contactView(of, latestContact(record, of), viewer)),
    // Nobody who has turned 18 has a youth justice team to tell.
    isToTell: contacts.length > 0 && untold(record).length > 0 && (isUnder18 || dateOfBirth === null),
  };
}

function headingOf({ filed, dateOfBirth }: YouthAsked, isUnder18: boolean): string {
  if (isUnder18 || dateOfBirth === null) return 'Respondent under 18';
  return filed && ageOn(dateOfBirth, filed.on) >= 18 ? 'Respondent of age, before the youth court' : 'Respondent was under 18';
}

function proceedingsOf({ filed, willBeYouthCourt, dateOfBirth }: YouthAsked): Proceedings {
  return {
    filedOn: filed?.on ?? null,
    isYouthCourt: filed?.isYouthCourt ?? willBeYouthCourt,
    eighteenOn: dateOfBirth === null ? null : eighteenOn(dateOfBirth),
  };
}

function ageWords({ filed, dateOfBirth, today }: YouthAsked): readonly string[] {
  if (dateOfBirth === null) {
    return [
      `${filed ? `${filed.is === 'order' ? 'Made' : 'Filed'} at` : 'For'} the youth court; the date of birth is not recorded`,
      'When the respondent turns 18 cannot be told: record the date of birth',
    ];
  }
  const birthday = eighteenOn(dateOfBirth);
  const turns = `${today < birthday ? 'turns' : 'turned'} 18 on ${formatDate(birthday)}`;
  const then = filed?.is === 'order' ? 'order was made' : 'application was filed';
  if (filed) {
    const age = ageOn(dateOfBirth, filed.on);
    return [`The respondent was ${age} when the ${then} on ${formatDate(filed.on)}, and ${turns}`, ...otherCourt(filed, age)];
  }
  return [
    `The respondent is ${ageOn(dateOfBirth, today)}, and ${turns}`,
    `Filed before ${formatDate(birthday)} it goes to the youth court, from that day on to the magistrates’ court`,
  ];
}

/** Where the court it was filed at is not the one that the age known now asks for: a date of birth was corrected since. */
function otherCourt({ is, isYouthCourt }: NonNullable<YouthAsked['filed']>, age: number): readonly string[] {
  if (is === 'order' || isYouthCourt === age < 18) return [];
  return isYouthCourt
    ? ['It was filed at the youth court, but by that age belonged to the magistrates’ court: ask the court where it goes on']
    : ['It was not filed at the youth court, but by that age belonged there: ask the court where it goes on'];
}

function reportingWords(
  standing: ReportingStanding,
  { eighteenOn: birthday }: Proceedings,
): Pick<YouthView['reporting'], 'heading' | 'lines'> {
  switch (standing.is) {
    case 'said': {
      const { restriction, court, from, note: _ } = standing.last;
      const isHeld = restriction === 'automatic' || restriction === 'directed';
      return {
        heading: isHeld ? 'Restrictions on reporting apply' : 'No restriction on reporting, as far as it is recorded',
        lines: [`From ${formatDate(from)}: ${restrictionWords[restriction]}, ${courtWords(court)}`],
      };
    }
    case 'assumed':
      return {
        heading: 'Restrictions on reporting apply',
        lines: [
          `By rule, as nobody has recorded otherwise: ${restrictionWords.automatic} (${standing.rule.source})`,
          ...(birthday !== null && standing.rule.endsAt !== null
            ? [`By that rule until the respondent turns 18 on ${formatDate(birthday)}, unless a court directs otherwise`]
            : []),
        ],
      };
    case 'will':
      return {
        heading: 'Restrictions on reporting will apply',
        lines: [`By rule, once it is filed at the youth court: ${restrictionWords.automatic} (${standing.rule.source})`],
      };
    case 'to-ask':
      return {
        heading: 'Ask the court what restriction on reporting holds now',
        lines: [
          `The respondent turned 18 on ${formatDate(standing.since)}, and nobody has recorded since whether a restriction goes on`,
          'Publish nothing that names the respondent before that is known',
        ],
      };
    case 'open':
      return {
        heading: 'Ask the court whether reporting is restricted',
        lines: [
          'Nobody has recorded it, and no rule is known for this court. Publish nothing that names the respondent before that is known',
        ],
      };
  }
}

function contactView(of: YouthContactOf, known: YouthContactKnown | null, viewer: YouthAsked['viewer']): YouthContactView {
  const title = contactTitles[of];
  const isOpen = known === null || known.whyNot === 'not-yet';
  const nothing = { of, title, isOpen, isUnsaid: known === null, reach: null, note: null, heldBy: null };
  if (known === null) return { ...nothing, words: 'Not recorded yet' };
  const { force, on, whyNot, contact, note } = known;
  const reads = force === viewer.force && may(viewer, 'view-protected-person');
  const told = `Told on ${formatDate(on)}`;
  if (!reads) {
    // Why somebody was not told can say who is protected.
    const holder = forceOf(force)?.name ?? force;
    return { ...nothing, words: whyNot === null ? told : `Not told, as recorded on ${formatDate(on)}; ${holder} knows why`, heldBy: force };
  }
  return {
    ...nothing,
    words: whyNot === null ? told : `Not told, as recorded on ${formatDate(on)}: ${whyNotTold[whyNot]}`,
    reach: contact?.value ?? null,
    note: note?.value ?? null,
  };
}
