import type { Reactions } from '#event-store/module';
import { type Finding, finding } from './record.js';

/** Whether every reaction goes on. One that is merely behind goes on when the service runs. */
export async function checkReactions(reactions: Pick<Reactions, 'status'>): Promise<Finding[]> {
  const all = await reactions.status();
  return all.map(({ name, position, isBehind, failure, failedAt }) => {
    const place = position === null ? 'before the first event' : `at position ${position}`;
    const wrong = failure === null ? [] : [`stuck since ${failedAt ?? 'an unknown time'} ${place}. ${failure}`];
    return finding(`reaction ${name}`, wrong, isBehind ? `${place}, goes on while the service runs` : 'at the end of the record');
  });
}
