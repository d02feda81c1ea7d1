import type { Answer } from '../../support/client.js';
import type { Desk } from './story.js';

/** The answer first: what the perpetrator's page says is in force. */
export function answer(page: Answer): { heading: string; orders: string[]; words: string } {
  return { heading: page.find('.ow-answer h2'), orders: page.all('.ow-answer .ow-order__name'), words: page.find('.ow-answer') };
}

/** `{ orders: '2 1 in force', applications: '1' }` */
export function counts(page: Answer): Record<string, string> {
  const units = page.all('.ow-counts dt');
  return Object.fromEntries(page.all('.ow-counts dd').map((count, nth) => [units[nth] ?? '', count]));
}

/** The lines of the history, newest first. */
export function history(page: Answer): string[] {
  return page.all('.ow-timeline__item');
}

/** What the managers read: totals, and the applications and orders behind them. */
export interface Uptake {
  readonly total: Readonly<Record<string, number>>;
  readonly people: { readonly applications: number; readonly orders: number };
  readonly standing: readonly { readonly kind: string; readonly live: number }[];
  readonly breached: readonly { readonly kind: string; readonly made: number; readonly breached: number }[];
}

export function uptake(desk: Desk, query = ''): Promise<Uptake> {
  return desk.reads<Uptake>(`/uptake${query}`);
}

export interface Due {
  readonly what: string;
  readonly words: string;
  readonly dueBy: string | null;
  readonly state: string;
  readonly about: { readonly orderId?: string; readonly breachId?: string };
  /** Where it is settled. */
  readonly next: { readonly href: string };
}

/** Everything on the work list of the desk's force. */
export async function work(desk: Desk): Promise<Due[]> {
  const parts = await Promise.all(
    ['today', 'overdue', 'week', 'hearings', 'waiting', 'later'].map(async (when) => {
      const list = await desk.reads<Record<string, { items: Due[] }>>(`/work?when=${when}`);
      return list[when]?.items ?? [];
    }),
  );
  return parts.flat();
}

/** `PLACEHOLDER, Barnaby` as shown on the work page. */
export async function workPage(desk: Desk): Promise<string> {
  return (await desk.sees('/work')).main;
}
