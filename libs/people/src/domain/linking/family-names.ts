/**
 * About how many of 10,000 people in England and Wales have the family name: rounded from what is generally known of the commonest
 * surnames. Agreement in a rare name says more than agreement in Smith.
 */
const in10000: Readonly<Record<string, number>> = Object.fromEntries(
  `smith 115|jones 95|williams 65|brown 56|taylor 55|davies 50|wilson 40|evans 39|thomas 36|johnson 36|roberts 33|walker 31|wright 31|robinson 30|thompson 30
white 29|hughes 28|edwards 28|green 27|hall 27|wood 26|harris 26|lewis 26|martin 25|jackson 25|clarke 25|clark 22|turner 23|hill 23|scott 22|cooper 22
morris 21|ward 21|moore 21|king 20|watson 20|baker 20|harrison 19|morgan 19|patel 18|young 18|allen 18|mitchell 17|james 17|anderson 17|phillips 17|lee 17
bell 16|parker 16|davis 16|bennett 15|miller 15|cook 15|shaw 15|campbell 15|richardson 14|carter 14|collins 14|marshall 14|khan 20|ali 14|singh 14|ahmed 12
hussain 14|begum 12`
    .split(/[|\n]/)
    .map((entry) => entry.split(' '))
    .map(([name = '', share]) => [name, Number(share)]),
);

/** The commonest family names, folded. */
export const commonFamilyNames: readonly string[] = Object.keys(in10000);

/** The part of all people who have this folded family name; 1 in 4,000 for one that is not among the common ones. */
export function shareOf(family: string): number {
  return (in10000[family] ?? 2.5) / 10_000;
}
