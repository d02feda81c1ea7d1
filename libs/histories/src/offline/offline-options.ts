/** How long a device may keep what it carries. */
export abstract class OfflineOptions {
  /** Hours after which a snapshot is wiped. 0: offline use is switched off. */
  abstract readonly hours: number;
}
