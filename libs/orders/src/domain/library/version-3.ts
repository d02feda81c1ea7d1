import type { LibraryCondition, LibraryVersion } from './library-condition.js';
import { version2 } from './version-2.js';

/** A gift or delivery that is sent is contact by some means: it ticks by itself that contact was made. */
function giftIsContact(condition: LibraryCondition): LibraryCondition {
  return condition.code === 'NC-DIR' ? { ...condition, implies: [...condition.implies, 'gift'] } : condition;
}

// In everything else as the second.
export const version3: LibraryVersion = { version: 3, from: '2026-11-22', conditions: version2.conditions.map(giftIsContact) };
