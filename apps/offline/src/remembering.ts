import { LOCK_AFTER, type OfOpened } from './device/opened.js';

let opened: { readonly opening: CryptoKey; readonly until: number } | null = null;

/** The worker's part: see `OfOpened`. Nothing of it is ever written down. `now`: milliseconds. */
export function heard(said: OfOpened, answer: ((opening: CryptoKey | null) => void) | undefined, now: number): void {
  if (opened && now >= opened.until) opened = null;
  switch (said.is) {
    case 'opened':
      opened = { opening: said.opening, until: now + LOCK_AFTER };
      return;
    case 'touched':
      if (opened) opened = { ...opened, until: Math.max(opened.until, now - said.ago + LOCK_AFTER) };
      return;
    case 'lock':
      opened = null;
      return;
    case 'ask':
      answer?.(opened?.opening ?? null);
  }
}
