import { isWay } from './places.js';

/** Where a hidden word stands in a text. */
interface Found {
  readonly start: number;
  readonly end: number;
  /** Whether all of it is only of somebody close to a protected person. */
  readonly isClose: boolean;
}

const CAPITALS_AFTER = /^(?:[ -]{1,2}\p{Lu}[\p{L}'’-]*)+/u;
const NEXT_WORD = /^[ -]{1,2}(\p{L}+)/u;
const CAPITAL_BEFORE = /(?<![\p{L}])(?!(?:Mrs?|Ms|Miss|Mx|Dr|The)\b)\p{Lu}[\p{L}'’]*[ -]{1,2}$/u;
/** Known to everybody, and named after their town. */
const PUBLIC_PLACE =
  /^\s+(?:police\s+station|(?:railway\s+|train\s+|bus\s+)?station|(?:crown|county|magistrates['’]?)\s+court|town\s+(?:centre|hall))\b/iu;
/** What stands before a town: a stop, or a word that leads to a place. */
const BEFORE_TOWN =
  /(?:^|[,;:(]|(?:^|[\s,;:(])(?:and|or|in|near|at|to|around|into|enter|of (?:the )?(?:town|city|village|part|parts|whole|all|centre)(?: of)?|(?:town|city|village|part|parts|whole|all|centre|area) of))\s*(?:the\s+)?$/iu;
const AFTER_TOWN = /^\s*(?:$|[,;.)]|(?:or|and|town|city|village|within|between|except|save)\b)/iu;

/**
 * Which hidden words of a condition are what a place is called: `towns` stand in its areas alone, as towns do, and only somebody close to a
 * protected person is called so; `half` is the first that is part of the name of a place, so that what is left of it would tell it or say nothing.
 * `areas`: what the condition has as its areas.
 */
export function placeNamesIn<F extends Found>(
  text: string,
  hits: readonly F[],
  areas: readonly string[],
): { readonly towns: readonly F[]; readonly half: F | null } {
  const within = spansOf(text, areas);
  const read = hits.map((hit) => ({ hit, is: readAs(text, hit, within.find(([from, to]) => from <= hit.start && hit.end <= to) ?? null) }));
  const half = read.find(({ is }) => is === 'half')?.hit ?? null;
  // Among people, a word that might be a town is one of them: `the home of Jane and Testville`.
  const isAmongPeople = read.some(({ is, hit }) => is === 'name' && within.some(([from, to]) => from <= hit.start && hit.end <= to));
  return { half, towns: isAmongPeople ? [] : read.flatMap(({ hit, is }) => (is === 'town' ? [hit] : [])) };
}

type Area = readonly [number, number];

function readAs(text: string, { start, end, isClose }: Found, area: Area | null): 'name' | 'town' | 'half' {
  const said = text.slice(start, end);
  if (/[\d@]/.test(said)) return 'name';
  const [from, to] = area ?? [0, text.length];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  const isWord = !/\s/.test(said);
  if (isWord && isClose && PUBLIC_PLACE.test(after) && !CAPITAL_BEFORE.test(before)) return 'town';
  if (isOfWay(said, text.slice(end))) return 'half';
  const isAfterWay = isWay(/(\p{L}+)\s*,?\s*$/u.exec(before)?.[1] ?? '') && AFTER_TOWN.test(after);
  const standsAsTown = isWord && AFTER_TOWN.test(after) && ((area !== null && BEFORE_TOWN.test(before)) || isAfterWay);
  // A street or a town of her own name tells the name.
  if (standsAsTown) return isClose ? 'town' : 'half';
  if (area === null) return 'name';
  const isBeside = CAPITALS_AFTER.test(after) || CAPITAL_BEFORE.test(before);
  return isBeside ? 'half' : 'name';
}

/** Whether what follows ends as the names of streets and houses do: `Gardens`, `Mill Lane`; in small letters where the name is in small letters. */
function isOfWay(said: string, after: string): boolean {
  const capitals = CAPITALS_AFTER.exec(after)?.[0].trim().split(/[ -]+/) ?? [];
  if (capitals.some(isWay)) return true;
  const next = NEXT_WORD.exec(after)?.[1] ?? '';
  return !/\p{Lu}/u.test(said) && isWay(next);
}

/** Where the areas stand in the text, however their letters are written. */
function spansOf(text: string, areas: readonly string[]): Area[] {
  const folded = text.toLowerCase();
  return areas
    .flatMap((area) => [...new Set([area, ...area.split(/[;\n]/)])])
    .flatMap((area) => {
      const sought = area.trim().toLowerCase();
      if (sought === '') return [];
      const spans: Area[] = [];
      for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) spans.push([at, at + sought.length]);
      return spans;
    });
}
