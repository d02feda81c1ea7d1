import { isUsed } from './device/database.js';
import { device, snapshotKept, wipeAll } from './device/device.js';
import { ownRecorded } from './device/refresh.js';
import { ownersWaiting } from './device/reports.js';
import { send } from './device/sending.js';
import type { OfOpened } from './device/opened.js';
import { changed } from './device/telling.js';
import { notSent } from './not-sent.js';
import { heard } from './remembering.js';
import { patience, patienceWithWords, wasHeard, wasSilent } from './silence.js';
import type { Fetching, WorkerScope } from './worker-scope.js';

declare const self: WorkerScope;
/** A digest of the screens, put in when they are built: other screens are another worker. */
declare const SCREENS: string;

const shell = '/offline-app/';
const screens = [shell, '/offline-app/app.js', '/offline-app/app.css', '/offline-app/send-again.js', '/assets/orderwatch/icon.svg'];
const cacheName = `orderwatch-screens-${SCREENS}`;
/** As long as the screens' own files may take where they are not here. */
const PATIENCE_OF_SCREENS = 8_000;
/**
 * As long as what was typed may take to go where sent again it might be recorded twice, and with files, which a page cannot keep: under the five
 * minutes after which a browser gives up on a worker.
 */
const [PATIENCE_OF_ONE_TRY, PATIENCE_WITH_FILES] = [60_000, 240_000];

self.addEventListener('install', (event) => {
  event.waitUntil(keepScreens().then(() => self.skipWaiting()));
});

async function keepScreens(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(screens.map((url) => new Request(url, { cache: 'reload' })));
}

/** Turned off and on again in one breath, a worker goes on without what was wiped. Looked at once in its life. */
let screensThere: Promise<void> | null = null;

async function healed(): Promise<void> {
  if (!(await caches.has(cacheName))) await keepScreens().catch(() => undefined);
}

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(old());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    const leaving = request.method === 'POST' && url.pathname === '/sign-out';
    if (leaving) event.respondWith(leave(request));
    else if (request.method === 'GET') {
      screensThere ??= healed();
      event.waitUntil(screensThere);
      event.respondWith(page(event));
    }
    // A password is not held in a page.
    else if (request.method === 'POST' && !/^\/sign-in(\/|$)/.test(url.pathname)) event.respondWith(sent(event, url));
    return;
  }
  if (screens.includes(url.pathname)) event.respondWith(ownFirst(url.pathname, request));
});

/** The page from the service; without signal the screens of this device, under the same address. */
async function page(event: Fetching): Promise<Response> {
  const { request } = event;
  if (new URL(request.url).pathname === shell) return ownFirst(shell, request);
  return (await learning(event, await patience(), fetch(request))) ?? screen(shell);
}

/** The answer, null when there was none in time. Which it was is remembered for the next page, and so is one that comes too late. */
async function learning(event: Fetching, allowed: number, asked: Promise<Response>): Promise<Response | null> {
  let isOver = false;
  const over = () => (isOver = true);
  asked.then(over, over);
  event.waitUntil(
    asked.then(
      () => wasHeard(),
      () => undefined,
    ),
  );
  const answer = await within(allowed, asked);
  // A line that is cut says so at once: nobody waits for it.
  if (!isOver) await wasSilent();
  return answer;
}

/** What belongs to the screens comes from this device: on a line that takes and never answers they would stay blank. Newer ones bring their own worker. */
async function ownFirst(path: string, request: Request): Promise<Response> {
  return (await caches.match(path, { cacheName })) ?? (await within(PATIENCE_OF_SCREENS, fetch(request))) ?? Response.error();
}

/** What a form was answered; without signal a page that holds what was typed and sends it again. */
async function sent(event: Fetching, { pathname, search }: URL): Promise<Response> {
  const { request } = event;
  const [copy, at] = [request.clone(), Date.now()];
  const hasFiles = request.headers.get('content-type')?.startsWith('multipart/') === true;
  const asked = fetch(request);
  const typed = hasFiles ? null : await copy.formData().catch(() => null);
  const allowed = hasFiles ? PATIENCE_WITH_FILES : typed && isOnce(typed, pathname) ? await patienceWithWords() : PATIENCE_OF_ONE_TRY;
  const answer = await learning(event, allowed, asked);
  const fields = answer && answer.type !== 'opaqueredirect' ? null : (typed ?? (await copy.formData().catch(() => null)));
  if (answer) {
    // Taken, and not only asked.
    if (fields?.has('_command') === true) await noteRecorded().catch(() => undefined);
    return answer;
  }
  if (!fields) return Response.error();
  const copyHere = async () => (await isUsed()) && (await snapshotKept()) !== null;
  const hasCopy = await copyHere().catch(() => false);
  return notSent({ address: pathname + search, hasFiles, hasCopy, at, fields });
}

/** Whether sending it once more can change nothing more than it does: a command by its id, a search, and a step that only asks. */
function isOnce(fields: FormData, pathname: string): boolean {
  return fields.has('_command') || pathname === '/search';
}

/** The copy does not have it: it is renewed on the next page. */
async function noteRecorded(): Promise<void> {
  if ((await isUsed()) && (await device())) await ownRecorded();
}

/** Null when it failed, or took longer than this many milliseconds. */
function within(allowed: number, asked: Promise<Response>): Promise<Response | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), allowed);
  });
  return Promise.race([asked.catch(() => null), late]);
}

async function screen(path: string): Promise<Response> {
  return (await caches.match(path)) ?? Response.error();
}

/** Signing out wipes this device whatever the page did, and whether or not the service can be told. */
async function leave(request: Request): Promise<Response> {
  const gone = await screen(shell);
  await wipeAll();
  await self.registration.unregister();
  changed();
  return fetch(request).catch(() => gone);
}

self.addEventListener('message', ({ data, ports: [port] }) =>
  heard(data as OfOpened, port && ((opening) => port.postMessage(opening)), Date.now()),
);

self.addEventListener('sync', (event) => {
  if (event.tag === 'orderwatch-reports') event.waitUntil(sendForAll());
});

/** Rejects while there is no signal, so that the browser tries again. */
async function sendForAll(): Promise<void> {
  for (const userId of await ownersWaiting()) if ((await send(userId)) === 'unreachable') throw new Error('No signal yet');
}
