import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import { otherForumReasons } from '../order-draft/forum-words.js';
import { courtWords } from './words.js';

const own = {
  youth: 'Youth court: the respondent was under 18 on the day of filing',
  adult: 'Magistrates’ court: the respondent was not under 18 on the day of filing',
} as const;

/** To which court the application belonged by the respondent's age, and, where another made the order, which and why. Sentences without a full stop at the end. */
export function courtByAge(application: FiledApplication, order: Pick<MadeOrder, 'orderId' | 'onAppeal' | 'court'>): readonly string[] {
  const first = own[application.forum];
  if (order.onAppeal !== null) return [first, `${courtWords(order.court)} made the order on appeal`];
  const interim = application.interims.find(({ orderId }) => orderId === order.orderId);
  const determined =
    application.is === 'determined' && application.determination.orderId === order.orderId ? application.determination : null;
  const why = interim?.otherForum ?? determined?.otherForum ?? null;
  return why === null ? [first] : [first, `${courtWords(order.court)} made the order all the same: ${otherForumReasons[why]}`];
}
