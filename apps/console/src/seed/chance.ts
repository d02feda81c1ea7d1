/** Randomness that can be had again: the same seed gives the same choices (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: string) {
    // FNV-1a, so that neighbouring seeds begin far apart.
    let hash = 0x811c9dc5;
    for (let nth = 0; nth < seed.length; nth += 1) hash = Math.imul(hash ^ seed.charCodeAt(nth), 0x01000193) >>> 0;
    this.state = hash;
  }

  /** From 0 up to but without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Whether something that happens in `share` of cases happens now. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  }

  /** So many different items, in a random order; all of them when there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const chosen: Item[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return chosen;
  }
}
