/**
 * The accounts whose name stands in one of `said`: whoever has two accounts, or signs with the name of a writer, is no second person.
 * `names`: of the accounts by id; order, case, accents and what stands around the name (a rank, a number) do not matter.
 */
export function namesakesOf(names: ReadonlyMap<string, string>, said: readonly string[]): readonly string[] {
  const written = said.map((text) => new Set(wordsIn(text)));
  return [...names].flatMap(([id, name]) => {
    const words = wordsIn(name);
    return words.length > 1 && written.some((text) => words.every((word) => text.has(word))) ? [id] : [];
  });
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
