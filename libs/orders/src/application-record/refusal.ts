import { type LocalDate, formatDate } from '#calendar';
import type { FiledApplication } from '../domain/application.js';
import { appealBy } from '../domain/appeal-limits.js';
import { lastSentBack, refusalAppeal, type RefusalAppealResult, refusalAppealRule } from '../domain/refusal-appeals.js';

/** What came of an appeal, told of one that is over. */
export const refusalAppealsDone: Readonly<Record<RefusalAppealResult, string>> = {
  'order-made': 'the order was made on appeal',
  remitted: 'the refusal was set aside and the application sent back to be heard again',
  confirmed: 'the appeal was dismissed and the refusal stands',
  abandoned: 'the appeal was abandoned and the refusal stands',
};

/** How the application stands beside its determination, in a few words for its head; null where nothing is to be added. */
export function standsOnAppeal(application: FiledApplication): string | null {
  const sentBack = application.is === 'pending' ? lastSentBack(application) : null;
  if (sentBack) return `Sent back on appeal on ${formatDate(sentBack.on)}, to be determined again`;
  const appeal = refusalAppeal(application);
  if (!appeal) return null;
  if (!appeal.determined) return 'an appeal waits';
  const day = formatDate(appeal.determined.at.on);
  switch (appeal.determined.result) {
    case 'order-made':
      return `order made on appeal on ${day}`;
    case 'confirmed':
      return `appeal dismissed on ${day}`;
    case 'abandoned':
      return `appeal abandoned on ${day}`;
    case 'remitted':
      return null;
  }
}

/** Until when a refusal that nobody has appealed or accepted can be; null where there is none. */
export function openToAppeal(
  application: FiledApplication,
): (ReturnType<typeof appealBy> & { readonly source: string; readonly refusedOn: LocalDate }) | null {
  const rule = refusalAppealRule(application);
  if (!rule || application.is !== 'determined' || refusalAppeal(application) || application.accepted) return null;
  const refusedOn = application.determination.at.on;
  return { ...appealBy(refusedOn), source: rule.source, refusedOn };
}
