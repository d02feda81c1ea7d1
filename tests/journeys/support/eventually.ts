/** Looks again until `holds` says yes: for what follows on a fact by itself, a moment later. Throws after ten seconds. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const until = performance.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > until) throw new Error(`It never came about; last seen: ${JSON.stringify(seen)}`);
  }
}
