import type { Instant } from '#calendar';

/** How far what pages show lies behind what is recorded: provided by whoever keeps the read models. */
export abstract class Freshness {
  /**
   * The instant from which on what was recorded may be missing on every page; null while nothing is, but for what was recorded seconds
   * ago. Asked for every page: it must cost next to nothing.
   */
  abstract missingSince(): Promise<Instant | null>;

  /** The same for what one reaction makes out of recorded facts. */
  abstract notMadeSince(reaction: string): Promise<Instant | null>;
}
