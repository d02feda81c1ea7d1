import { isLocalDate, type LocalDate } from '#calendar';

/** How a known date of birth stands to the one looked for. */
export type BirthLikeness = 'same' | 'swapped' | 'digit' | 'digits-swapped' | 'other';

/** The date with day and month swapped, a common slip; null where that is no other date. */
export function dayAndMonthSwapped(date: LocalDate): LocalDate | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}

/** Every date of 1900 to 2099 that has one digit other than this one, or two neighbouring digits swapped; day and month swapped not among them. */
export function oneSlipFrom(date: LocalDate): LocalDate[] {
  const digits = date.replaceAll('-', '');
  const found = new Set<LocalDate>();
  for (let place = 0; place < digits.length; place += 1) {
    for (let digit = 0; digit <= 9; digit += 1) found.add(dated(digits.slice(0, place) + String(digit) + digits.slice(place + 1)));
    const [one, two] = [digits[place]!, digits[place + 1]];
    if (two !== undefined) found.add(dated(digits.slice(0, place) + two + one + digits.slice(place + 2)));
  }
  const without = [date, dayAndMonthSwapped(date)];
  return [...found].filter((other) => !without.includes(other) && /^(19|20)/.test(other) && isLocalDate(other));
}

export function birthLikeness(known: LocalDate, wanted: LocalDate): BirthLikeness {
  if (known === wanted) return 'same';
  if (known === dayAndMonthSwapped(wanted)) return 'swapped';
  const [one, other] = [known.replaceAll('-', ''), wanted.replaceAll('-', '')];
  const places = Array.from(one).flatMap((digit, place) => (digit === other[place] ? [] : [place]));
  const [first, second] = places;
  if (places.length === 1) return 'digit';
  const areNeighbours = places.length === 2 && second === first! + 1 && one[first!] === other[second] && one[second] === other[first!];
  return areNeighbours ? 'digits-swapped' : 'other';
}

function dated(digits: string): LocalDate {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
