import type { Visitor } from '../request.js';

/** How much waits behind links of the navigation: provided by whoever knows. */
export abstract class NavigationCounts {
  /** By the address of the link; what has nothing waiting need not be there. Asked for every page: it must cost next to nothing. */
  abstract of(visitor: Visitor): Promise<Readonly<Record<string, string>>>;
}
