import { isUsed, keep, kept } from './device/database.js';

/** As long as a page may take before there counts as being no signal; and the next one, while the last heard nothing. Milliseconds. */
const [PATIENCE, PATIENCE_IN_SILENCE] = [8_000, 1_500];
/** What was typed is held so long, where sending it again records it once: then a page takes its place that keeps it and goes on trying. */
const [PATIENCE_WITH_WORDS, WITH_WORDS_IN_SILENCE] = [10_000, 3_000];
/** A line that was silent so long ago may be another by now. */
const REMEMBERED = 90_000;

const name = 'silent-since';
/** Of a worker that was put away meanwhile it is kept on the device, where it is used without signal. */
let last: number | null = null;

/** How long a page may take now, in milliseconds. */
export async function patience(): Promise<number> {
  return (await isSilent()) ? PATIENCE_IN_SILENCE : PATIENCE;
}

export async function patienceWithWords(): Promise<number> {
  return (await isSilent()) ? WITH_WORDS_IN_SILENCE : PATIENCE_WITH_WORDS;
}

/** Nothing was answered in time. */
export async function wasSilent(): Promise<void> {
  await note(Date.now());
}

/** Something was answered, however late. */
export async function wasHeard(): Promise<void> {
  if (last !== 0) await note(0);
}

async function isSilent(): Promise<boolean> {
  last ??= await read();
  return Date.now() - last < REMEMBERED;
}

async function read(): Promise<number> {
  return (await isUsed().catch(() => false)) ? ((await kept<number>(name).catch(() => null)) ?? 0) : 0;
}

async function note(at: number): Promise<void> {
  last = at;
  if (await isUsed().catch(() => false)) await keep(name, at).catch(() => undefined);
}
