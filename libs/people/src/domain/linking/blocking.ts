import { sound } from './alike.js';
import { type Comparable, isStreetWord } from './comparable.js';

/**
 * The keys under which a record is filed: two records that share none are not compared. Each rests on few fields, so that slips in some
 * leave another key. The read model keeps them beside the record, under an index.
 */
export function blockingKeys({ names, born, addresses, phones, handles, vehicles, numbers }: Comparable): string[] {
  const [year, monthDay] = [born.slice(0, 4), born.slice(5)];
  const keys = new Set<string>();
  const words = names
    .flatMap(({ given, family }) => [given, family])
    .flatMap((name) => name.split(' '))
    .filter((word) => word.length > 1);
  for (const word of words) {
    if (born !== '') keys.add(`sound and year|${sound(word)}|${year}`).add(`sound and day|${sound(word)}|${monthDay}`);
    for (const { postcode } of addresses) if (postcode !== '') keys.add(`sound and postcode|${sound(word)}|${postcode}`);
  }
  for (const { given, family } of names) {
    if (given !== '' && family !== '') keys.add(`names|${[sound(given), sound(family)].sort().join(' ')}`);
  }
  if (born !== '') keys.add(`born|${born}`);
  for (const { postcode, lines } of addresses) {
    const houses = lines.match(/\d+/g) ?? [];
    const places = lines
      .split(' ')
      .filter((word) => word.length >= 5 && !isStreetWord(word))
      .map(sound);
    for (const place of places) for (const house of houses) keys.add(`number and place|${house}|${place}`);
    for (const word of words) for (const place of places) keys.add(`sound and place|${sound(word)}|${place}`);
    if (postcode === '') continue;
    if (born !== '') keys.add(`postcode and day|${postcode}|${monthDay}`).add(`postcode and year|${postcode}|${year}`);
    if (houses[0] !== undefined) keys.add(`postcode and number|${postcode}|${houses[0]}`);
  }
  for (const phone of phones) keys.add(`phone|${phone}`);
  for (const { value } of handles) keys.add(`handle|${value}`);
  for (const vehicle of vehicles) keys.add(`vehicle|${vehicle}`);
  for (const { value } of numbers) keys.add(`number|${value}`);
  return [...keys];
}
