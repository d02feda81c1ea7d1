import { londonTime } from '#calendar';
import type { OfflineSnapshot } from '#histories';
import { isReady, now } from './device/clock.js';
import { device, openAgain, queueKey, snapshotKept, wipe } from './device/device.js';
import { forgetOpened, LOCK_AFTER, openedBefore, rememberOpened, sayTouched } from './device/opened.js';
import { refresh } from './device/refresh.js';
import { ownersWaiting, unsent } from './device/reports.js';
import { hasSignal } from './device/service.js';
import { onChange } from './device/telling.js';
import { keepSending, type Trying } from './device/trying.js';
import { cardScreen } from './screens/card.js';
import { age, type Carried, type Screen } from './screens/carried.js';
import { h, p, plural } from './screens/markup.js';
import { readingScreen } from './screens/reading.js';
import { reportScreen } from './screens/report.js';
import { reportsScreen } from './screens/reports.js';
import { searchScreen } from './screens/search.js';
import { noteLines, sentLine } from './screens/sent.js';
import { unlockScreen } from './screens/unlock.js';

// The screens for when there is no signal. Everything shown is written as text, never as markup.

/** So often it is asked whether there is signal, and so long an answer may take; milliseconds. */
const [LISTEN_EVERY, HEARD_WITHIN] = [5_000, 4_000];

const main = document.querySelector<HTMLElement>('main')!;
const ageLine = document.querySelector<HTMLElement>('#offline-age')!;
const sentPlace = document.querySelector<HTMLElement>('#offline-sent')!;
const signal = document.querySelector<HTMLElement>('#offline-signal')!;
const places = document.querySelector<HTMLElement>('#offline-places')!;

let carried: Carried | null = null;
/** Whether it says that there is nothing here. */
let empty = false;
let touched = Date.now();
/** What became of the last try to send. */
let trying: Trying = 'unreachable';
/** Counts the screens asked for, so that one that comes late does not cover a later one. */
let asked = 0;
const sendNow = keepSending(whoseWaits, (became) => void tried(became));

void start();

async function start(): Promise<void> {
  for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, () => (touched = Date.now()));
  document.addEventListener('visibilitychange', () => void watch());
  globalThis.addEventListener('hashchange', () => void route());
  globalThis.addEventListener('offline', () => void tried('unreachable'));
  for (const event of ['online', 'focus', 'pageshow']) globalThis.addEventListener(event, () => void listen());
  setInterval(() => void watch(), 10_000);
  setInterval(() => void listen(), LISTEN_EVERY);
  onChange(() => void changedHere());
  await route();
  // Not waited for: some browsers answer only when there is signal again.
  void askBrowser();
  await sendNow();
  await listen();
}

/** Whether there is signal, where nothing waits whose sending would tell. */
async function listen(): Promise<void> {
  if (document.hidden || (await whoseWaits()).length > 0) return;
  sayWhether((await hasSignal(HEARD_WITHIN)) ? 'there' : 'none');
}

/** Of whoever uses this device; where what it had has expired, of whoever left something here and is signed in. */
async function whoseWaits(): Promise<readonly string[]> {
  const [here, owners] = [await device(), await ownersWaiting()];
  return here ? owners.filter((owner) => owner === here.userId) : owners;
}

function sayWhether(found: 'there' | 'none'): void {
  const words = found === 'there' ? 'Signal is back' : 'Without signal';
  if (signal.textContent !== words) signal.textContent = words;
}

async function tried(became: Trying): Promise<void> {
  trying = became;
  sayWhether(became === 'unreachable' ? 'none' : 'there');
  await showSent();
  if (became === 'done') await refresh();
}

/** What waits and what becomes of it, and what was sent. Of nobody by name while it is locked. */
async function showSent(): Promise<void> {
  const owner = (await device())?.userId ?? (await ownersWaiting())[0];
  const lines = [...(owner === undefined ? [] : await sentLine(owner, trying, carried !== null)), ...(await noteLines())];
  const words = (some: readonly Element[]) => some.map(({ textContent }) => textContent).join('\n');
  // Said once, not at every look.
  if (words(lines) !== words([...sentPlace.children])) sentPlace.replaceChildren(...lines);
}

/** The browser is asked to send when there is signal, with no page open. */
async function askBrowser(): Promise<void> {
  if ((await ownersWaiting()).length === 0) return;

  const registration: Syncing | undefined = await navigator.serviceWorker?.getRegistration('/');
  await registration?.sync?.register('orderwatch-reports').catch(() => undefined);
}

/** Background Sync, which not every browser has. */
type Syncing = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } };

/** Locks when left alone, and shows nothing that has expired. */
async function watch(): Promise<void> {
  if (carried && Date.now() - touched > LOCK_AFTER) return lock();
  if (carried) sayTouched(Date.now() - touched);
  if (!empty && !(await isReady())) return lock();
  if (carried && (await now()) >= carried.snapshot.expiresAt) return lock();
  await showAge();
}

async function lock(): Promise<void> {
  carried = null;
  forgetOpened();
  await route();
}

async function changedHere(): Promise<void> {
  if (!empty && !(await isReady())) return lock();
  await showAge();
  if (location.hash.startsWith('#reports')) await route();
}

async function showAge(): Promise<void> {
  await showSent();
  const latest = (await isReady()) ? await snapshotKept() : null;
  // What is open is shown, though a later copy may lie here: only the PIN opens that.
  const snapshot = carried && latest ? carried.snapshot : latest;
  const here = await device();
  const waiting = here ? await unsent(here.userId) : 0;
  if (snapshot) {
    const words = `Copy on this device: as known ${londonTime(snapshot.asAt)}, ${age(snapshot.asAt, await now())}. Deleted at ${londonTime(snapshot.expiresAt)}.`;
    const isOlder = latest !== null && snapshot.asAt < latest.asAt;
    const since = isOlder
      ? ` A later copy is here, as known ${londonTime(latest.asAt)}: lock and open it with your PIN.`
      : ' Things may have changed since.';
    ageLine.replaceChildren(h('p', { class: 'ow-offline-age' }, h('strong', {}, words), since));
  } else ageLine.replaceChildren();
  const reports = waiting > 0 ? `Reports (${plural(waiting, 'report')} not sent)` : 'Reports';
  const link = (href: string, text: string) => h('a', { class: 'govuk-link', href }, text);
  places.replaceChildren(
    ...(carried
      ? [
          link('#search', 'Search'),
          link('#reports', reports),
          h('button', { type: 'button', class: 'ow-link-button', click: () => void lock() }, 'Lock'),
        ]
      : []),
    link(location.pathname.startsWith('/offline-app') ? '/' : location.pathname, 'Try the service again'),
  );
}

function show({ title, content }: Screen): void {
  document.title = `${title} - Orderwatch`;
  const heading = h('h1', { class: 'govuk-heading-l ow-card__name', tabindex: '-1' }, title);
  main.replaceChildren(heading, ...content);
  globalThis.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

async function route(): Promise<void> {
  const turn = ++asked;
  const screen = await screenNow();
  await showAge();
  if (turn === asked) show(screen);
}

async function screenNow(): Promise<Screen> {
  empty = !(await isReady());
  if (empty) {
    carried = null;
    return nothing();
  }
  carried ??= await openedHere();
  if (!carried)
    return unlockScreen(
      (snapshot, opening) => {
        rememberOpened(opening);
        void open(snapshot);
      },
      () => void route(),
    );
  const [place = '', id, of] = location.hash.slice(1).split('/');
  const person = carried.snapshot.people.find((one) => one.id === (id ?? personInAddress()));
  if (person && place === 'report') return reportScreen(carried, person, show, leave);
  const order = person?.orders.find(({ orderId }) => orderId === of && person.asWritten.includes(orderId));
  if (person && order && place === 'read') return readingScreen(carried, person, order, leave);
  if (place === 'reports') return reportsScreen(carried.userId, carried.key, id === 'saved');
  if (person && (place === 'card' || place === '')) return cardScreen(carried, person);
  return searchScreen(carried);
}

/** A report was saved. */
function leave(): void {
  location.hash = '#reports/saved';
  void askBrowser();
  void sendNow();
}

/** What was opened on the page before this one; null where the PIN is needed. */
async function openedHere(): Promise<Carried | null> {
  const opening = await openedBefore();
  const snapshot = opening && (await openAgain(opening));
  const key = snapshot && (await queueKey(snapshot.userId));
  return snapshot && key ? { userId: snapshot.userId, snapshot, key } : null;
}

async function open(snapshot: OfflineSnapshot): Promise<void> {
  const key = await queueKey(snapshot.userId);
  // Without it nothing that is seen could be accounted for.
  if (!key) await wipe();
  carried = key ? { userId: snapshot.userId, snapshot, key } : null;
  touched = Date.now();
  await route();
  await sendNow();
}

/** The screens stand in for a page of the service: the card of a person, where that was asked for. */
function personInAddress(): string | undefined {
  return /^\/perpetrators\/([0-9a-f-]{36})(?:\/|$)/.exec(location.pathname)?.[1];
}

function nothing(): Screen {
  return {
    title: 'Nothing to show without signal',
    content: [
      p('This device has no copy for offline use: it was never turned on here, or what there was has expired or was deleted.'),
      p('Reports that were not sent stay here, encrypted. They are sent after you sign in with signal.'),
      h(
        'a',
        { class: 'govuk-button', href: location.pathname.startsWith('/offline-app') ? '/' : location.pathname, role: 'button' },
        'Try the service again',
      ),
    ],
  };
}
