/** The places 0 to `count` - 1 in groups, two in one group when a chain of pairs leads from one to the other. */
export function clustersOf(count: number, pairs: Iterable<readonly [number, number]>): number[][] {
  const parents = Array.from({ length: count }, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  for (const [one, other] of pairs) parents[root(one)] = root(other);
  const groups = new Map<number, number[]>();
  for (let place = 0; place < count; place += 1) groups.set(root(place), [...(groups.get(root(place)) ?? []), place]);
  return [...groups.values()];
}
