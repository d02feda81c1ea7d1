import { isDeepStrictEqual } from 'node:util';
import {
  areaOf,
  type Clause,
  exceptionsOf,
  filledIn,
  isAboutPeople,
  neverMeet,
  peopleOf,
  type Placed,
  placeOf,
  sharePlaceName,
  sparesChildContact,
  timesOf,
} from './clause.js';

/** What stands between two clauses. */
export type Between =
  /** One allows contact that the other forbids. */
  | 'contact-exception'
  /** One leaves room for contact about a child, the other does not. */
  | 'child-contact'
  /** One sends him where the other forbids him to be. */
  | 'place-in-area'
  /** They send him to two places at the same time. */
  | 'two-places-at-once'
  /** Nobody but a reader of both can tell. */
  | 'read-together'
  /** Whether the place lies in the area is not recorded as data. */
  | 'place-not-judged'
  /** Whether the times meet is not recorded as data. */
  | 'times-not-judged'
  | 'same'
  | 'same-other-limits';

const contact = ['NC-DIR', 'NC-IND'];
const apart = [...contact, 'AP-DIST', 'EX-AREA'];

/** What stands between two clauses of two orders against one person; null for nothing. The same whichever comes first. */
export function between(one: Placed, other: Placed): Between | null {
  const [a, b] = [one.clause, other.clause];
  if (a.plain.code === 'BESPOKE' || b.plain.code === 'BESPOKE') return 'read-together';
  return ofPlaces(a, b) ?? ofPlaces(b, a) ?? ofTimes(a, b) ?? ofContact(one, other) ?? ofSameKind(one, other);
}

function ofPlaces(sends: Clause, forbids: Clause): Between | null {
  const [place, area] = [placeOf(sends), areaOf(forbids)];
  if (place === null || area === null || neverMeet(timesOf(sends), timesOf(forbids))) return null;
  if (place === '' || area === '') return 'read-together';
  return sharePlaceName(place, area) ? 'place-in-area' : 'place-not-judged';
}

function ofTimes(a: Clause, b: Clause): Between | null {
  const [here, there] = [placeOf(a), placeOf(b)];
  const dated = ({ plain }: Clause) => plain.code === 'R-SIGN' || plain.code === 'R-PROG';
  if (here === null || there === null || !dated(a) || !dated(b)) return null;
  const [mine, theirs] = [timesOf(a), timesOf(b)];
  if (neverMeet(mine, theirs)) return null;
  if (here !== '' && here.toLowerCase() === there.toLowerCase()) return null;
  const known = [mine.days, mine.hours, theirs.days, theirs.hours].every((part) => part !== null) && here !== '' && there !== '';
  return known ? 'two-places-at-once' : 'times-not-judged';
}

function ofContact(one: Placed, other: Placed): Between | null {
  const [a, b] = [one.clause, other.clause];
  if (!apart.includes(a.plain.code) || !apart.includes(b.plain.code)) return null;
  const share = shared(one, other);
  if (share === 'nobody') return null;
  const found = sparesChildContact(a) !== sparesChildContact(b) ? 'child-contact' : ofExceptions(a, b);
  // Two forces may keep one protected person under two records, so that what would contradict must be read.
  return found !== null && share === 'perhaps' ? 'read-together' : found;
}

function ofExceptions(a: Clause, b: Clause): Between | null {
  if (!contact.includes(a.plain.code) || !contact.includes(b.plain.code)) return null;
  const [mine, theirs] = [exceptionsOf(a), exceptionsOf(b)];
  if (mine === 'unread' || theirs === 'unread') return 'read-together';
  return mine.size === theirs.size && [...mine].every((one) => theirs.has(one)) ? null : 'contact-exception';
}

function ofSameKind(one: Placed, other: Placed): Between | null {
  const [a, b] = [one.clause, other.clause];
  if (a.plain.code !== b.plain.code) return null;
  if (isAboutPeople(a) && shared(one, other) !== 'somebody') return null;
  if (areaOf(a) !== null && !sharePlaceName(areaOf(a) ?? '', areaOf(b) ?? '')) return null;
  return isDeepStrictEqual(limits(a), limits(b)) ? 'same' : 'same-other-limits';
}

/** What a clause says besides whom it is about. */
function limits(clause: Clause): object {
  const { persons: _, ...rest } = filledIn(clause);
  return { ...rest, locality: clause.words.value?.locality ?? null };
}

/** Whether the two are about a common person. Records of different forces may be of one person. */
function shared(one: Placed, other: Placed): 'somebody' | 'nobody' | 'perhaps' {
  const [mine, theirs] = [peopleOf(one), peopleOf(other)];
  if (mine.some((id) => theirs.includes(id))) return 'somebody';
  return one.force === other.force ? 'nobody' : 'perhaps';
}
