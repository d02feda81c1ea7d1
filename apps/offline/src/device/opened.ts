// What the PIN opened is remembered by the worker, in its memory alone, so that the next page of this device need not ask for it again. It is
// gone when the worker is, when a page locks, and once no page was touched for as long as a page waits before it locks.

/** What a page tells the worker, or asks it. */
export type OfOpened =
  | { readonly is: 'opened'; readonly opening: CryptoKey }
  | { readonly is: 'touched'; readonly ago: number }
  | { readonly is: 'lock' | 'ask' };

/** Left alone so long, the PIN is asked for again; milliseconds. */
export const LOCK_AFTER = 5 * 60_000;
/** As long as the worker may take to answer, in milliseconds. */
const PATIENCE = 1_000;

export function rememberOpened(opening: CryptoKey): void {
  tell({ is: 'opened', opening });
}

/** `ago`: how long since anybody touched this page, in milliseconds. Asked again and again, the worker stays. */
export function sayTouched(ago: number): void {
  tell({ is: 'touched', ago });
}

export function forgetOpened(): void {
  tell({ is: 'lock' });
}

/** What opens the copy here, where a page opened it a moment ago; null where the PIN is needed. */
export function openedBefore(): Promise<CryptoKey | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), PATIENCE);
    port1.addEventListener('message', ({ data }: MessageEvent<CryptoKey | null>) => {
      clearTimeout(late);
      resolve(data);
    });
    port1.start();
    if (!tell({ is: 'ask' }, [port2])) {
      clearTimeout(late);
      resolve(null);
    }
  });
}

function tell(said: OfOpened, ports: Transferable[] = []): boolean {
  const worker = navigator.serviceWorker?.controller ?? null;
  worker?.postMessage(said, ports);
  return worker !== null;
}
