import { send, type Sent } from './sending.js';
import { onChange } from './telling.js';

/** What becomes of what waits. `sending`: the service has answered, and it is on its way. */
export type Trying = Sent | 'sending';

/**
 * How long until the next try, in milliseconds. A browser does not always say that there is signal again (a dead line, a service that
 * was away, a page that was opened without signal): so it is asked, and while there is none that costs next to nothing.
 */
const NEXT: Readonly<Record<Sent, number>> = { unreachable: 2_000, 'signed-out': 5_000, another: 5_000, done: 15_000 };
const NEXT_UNSEEN = 15_000;
/** On a line that hangs, a try is begun beside the one before. More than these would hold up the pages. */
const AT_ONCE = 4;
/** How long an answer may take, in milliseconds. One of those at once is for a line that is only slow. */
const [SHORT, LONG] = [6_000, 30_000];

/**
 * Keeps trying while something waits and a page is open; in a page that is not looked at, seldom. `whose`: of whom something waits.
 * `said` hears what became of each try, the latest answered last. Returns what tries at once.
 */
export function keepSending(whose: () => Promise<readonly string[]>, said: (trying: Trying) => void): () => Promise<void> {
  let [begun, answered, underWay] = [0, 0, 0];
  let [last, isSlow]: [Sent, boolean] = ['unreachable', false];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void go(), document.hidden ? NEXT_UNSEEN : NEXT[last]);
  };
  const go = async () => {
    clearTimeout(timer);
    timer = undefined;
    const owners = await whose();
    if (owners.length === 0) return;
    later();
    if (underWay >= AT_ONCE) return;
    const turn = ++begun;
    const slow = !isSlow && turn % AT_ONCE === 0;
    [underWay, isSlow] = [underWay + 1, isSlow || slow];
    const outcome = await sendFor(owners, slow ? LONG : SHORT).catch((): Sent => 'unreachable');
    [underWay, isSlow] = [underWay - 1, isSlow && !slow];
    // One that was begun later was answered before.
    if (turn < answered) return;
    answered = turn;
    last = outcome;
    if (timer !== undefined) later();
    said(outcome);
  };
  const sendFor = async (owners: readonly string[], patience: number): Promise<Sent> => {
    const outcomes: Sent[] = [];
    for (const owner of owners) outcomes.push(await send(owner, { patience, started: () => said('sending') }));
    return outcomes.find((outcome) => outcome !== 'another') ?? 'another';
  };

  for (const event of ['online', 'focus', 'pageshow']) globalThis.addEventListener(event, () => void go());
  document.addEventListener('visibilitychange', () => void (document.hidden || go()));
  // Something may wait now that did not before.
  onChange(() => void (timer === undefined && go()));
  return go;
}
