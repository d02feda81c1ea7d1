/** How many letters must be put in, left out, changed or swapped with their neighbour to make one text the other. */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: width }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j < width; j += 1) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}

/** Jaro-Winkler likeness of two texts, 0 to 1: letters in common, more for a common beginning. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const left: string[] = [];
  for (let i = 0; i < one.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(other.length - 1, i + reach); j += 1) {
      if (taken.has(j) || one[i] !== other[j]) continue;
      taken.add(j);
      left.push(one[i]!);
      break;
    }
  }
  if (left.length === 0) return 0;
  const right = [...taken].sort((a, b) => a - b).map((at) => other[at]);
  const displaced = left.filter((letter, at) => letter !== right[at]).length / 2;
  const jaro = (left.length / one.length + left.length / other.length + (left.length - displaced) / left.length) / 3;
  let prefix = 0;
  while (prefix < 4 && one[prefix] !== undefined && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** The pairs of neighbouring letters that two texts have in common, as a part of all (Dice) and of the shorter text, 0 to 1. Blanks do not count. */
export function pairsInCommon(one: string, other: string): { readonly ofAll: number; readonly ofShorter: number } {
  const [left, right] = [letterPairs(one), letterPairs(other)];
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0) return { ofAll: 0, ofShorter: 0 };
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const open = counts.get(pair) ?? 0;
    if (open === 0) continue;
    counts.set(pair, open - 1);
    common += 1;
  }
  return { ofAll: (2 * common) / (left.length + right.length), ofShorter: common / shorter };
}

function letterPairs(text: string): string[] {
  const letters = text.replaceAll(' ', '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

const heard = new Map<string, string>();

/** Roughly how a folded name sounds to an English ear: equal for spellings that are spoken alike, such as `quentin` and `kwentin`. */
export function sound(name: string): string {
  const known = heard.get(name);
  if (known !== undefined) return known;
  // A record is compared with many others, name by name; the few thousand names met last are enough.
  if (heard.size >= 5_000) heard.clear();
  const sounds = spoken(name);
  heard.set(name, sounds);
  return sounds;
}

function spoken(name: string): string {
  return name
    .replaceAll(' ', '')
    .replace(/^(kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('qu', 'kw')
    .replaceAll('x', 'ks')
    .replace(/c(?=[eiy])/g, 's')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('gh', '')
    .replace(/(?<=.)h/g, '')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)[aeiou]+/g, 'a');
}

/** Whether one folded name is the other with one slip after its first letter, or sounds the same. */
export function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3) return false;
  const isOneSlip = one[0] === other[0] && Math.abs(one.length - other.length) <= 1 && editDistance(one, other) === 1;
  return isOneSlip || sound(one) === sound(other);
}

/** Whether two folded names may be one name misspelt: a slip in a short one, two in a long one, alike in letters or in sound. */
export function isNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 3) return false;
  if (Math.max(jaroWinkler(one, other), jaroWinkler(other, one)) >= 0.9) return true;
  const allowed = shorter >= 7 ? 2 : 1;
  const isFewSlips = Math.abs(one.length - other.length) <= allowed && editDistance(one, other) <= allowed;
  return isFewSlips || (shorter >= 4 && sound(one) === sound(other));
}
