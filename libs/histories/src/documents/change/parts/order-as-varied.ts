import type { ChangePack, Clause } from '../change-pack.js';
import { breachOfStalkingOrder, dutiesThatGoOn } from '../../parts/draft-order.js';
import { draftTitles } from '../change-words.js';
import { blank, type Block, facts, heading, type Part, row, text, together } from '../../paper.js';
import { formatDate } from '#calendar';
import { wordsOf } from './change.js';

/** The order as the court is asked to leave it, or that it is discharged. */
export function draftOrderPart(pack: ChangePack): Part {
  return pack.asks === 'discharge' ? dischargePart(pack) : orderAsVariedPart(pack);
}

function dischargePart({
  asks,
  orderName,
  orderAct,
  court,
  respondent,
  protectedPeople,
  madeOn,
  madeBy,
  isStalkingOrder,
}: ChangePack): Part {
  return {
    title: draftTitles[asks],
    blocks: [
      text('Asked for by the applicant. The court decides.'),
      facts([
        row('Order', orderName, orderAct),
        row('Court', court.name ?? court.kind),
        row('Against', respondent.name),
        row('To protect', ...protectedPeople),
        row('Made on', formatDate(madeOn)),
        row('By', madeBy),
      ]),
      together(
        text('The order is discharged. Until then it stands as the court last left it.'),
        ...(isStalkingOrder ? [text('The duties to notify the police under it (s.9) end with it.')] : []),
        blank('Discharged on (date and time)'),
        blank('By the court (signature or seal)', 2),
      ),
    ],
  };
}

function orderAsVariedPart(pack: ChangePack): Part {
  const { asks, orderName, orderAct, court, respondent, protectedPeople, end, asVaried, madeOn, isStalkingOrder } = pack;
  const of = (category: Clause['category']) => asVaried.filter((one) => one.category === category);
  return {
    title: draftTitles[asks],
    blocks: [
      text('Asked for by the applicant. The court decides.'),
      facts([
        row('Order', orderName, orderAct),
        row('Court', court.name ?? court.kind),
        row('Against', respondent.name),
        row('To protect', ...protectedPeople),
        row('First made', formatDate(madeOn)),
        row('In force', end.after ?? end.before),
      ]),
      ...(asVaried.length === 0 ? [text('No conditions are left.')] : []),
      ...clauses('Prohibitions', of('prohibition')),
      ...clauses('Requirements', of('requirement')),
      ...(isStalkingOrder ? [heading('Notification (s.9)'), text('The duties to notify the police go on.'), ...dutiesThatGoOn] : []),
      together(
        heading(isStalkingOrder ? 'Breach (s.8)' : 'Breach'),
        ...(asks === 'variation' ? [text('Until it is varied the order stands as the court last left it.')] : []),
        text(
          isStalkingOrder
            ? breachOfStalkingOrder
            : 'Breach of the order, as it stands at the time, without reasonable excuse may be punished.',
        ),
        blank(asks === 'variation' ? 'Varied on (date and time)' : 'Renewed on (date and time)'),
        blank('By the court (signature or seal)', 2),
      ),
    ],
  };
}

function clauses(title: string, those: readonly Clause[]): Block[] {
  if (those.length === 0) return [];
  return [heading(title), facts(those.map((one) => row(`${one.number}`, ...wordsOf(one))))];
}
