import { formatDate } from '#calendar';
import type { Condition, CourtPack, OrderAsMade } from '../court-pack.js';
import { type Block, blank, facts, heading, list, type Part, row, text, together, type Words } from '../paper.js';

const INTERIM = 'Interim stalking protection order (Stalking Protection Act 2019 s.5)';

/** The order as it is asked for, with what SPA 2019 s.6 says an order must specify. */
export function draftOrderPart(pack: CourtPack): Part {
  const { respondent, protectedPeople, sought, court, interim } = pack;
  return {
    title: sought.made ? 'Order' : 'Draft order',
    blocks: [
      text(sought.made ? 'The conditions are those the court made on this application.' : 'Asked for by the applicant. The court decides.'),
      ...(respondent.youth?.lines ?? []).map((line) => text(line)),
      facts([
        row('Order', sought.made?.isInterim ? INTERIM : 'Stalking protection order (Stalking Protection Act 2019 s.2)'),
        row('Court', court.name ?? 'Not stated yet'),
        row('Against', respondent.name),
        ...(respondent.dateOfBirth ? [] : [row('Date of birth', 'Not known')]),
        row('To protect', ...protectedPeople),
        row('For', sought.duration ?? 'Not stated yet'),
      ]),
      ...asked(sought.conditions),
      ...(sought.made ? closingAsMade(sought.made) : closing(interim.sought)),
    ],
  };
}

/** The interim order as it is asked for until the application is determined (SPA 2019 s.5); null when none is asked for. */
export function draftInterimPart(pack: CourtPack): Part | null {
  const { respondent, protectedPeople, sought, court, interim } = pack;
  if (!interim.sought || sought.made) return null;
  return {
    title: 'Draft interim order',
    blocks: [
      text(
        'Asked for by the applicant until the application is determined. The court may make it if it considers it appropriate to do so. The conditions are those asked for in the full order; strike out any that is not needed meanwhile.',
      ),
      ...(respondent.youth?.lines ?? []).map((line) => text(line)),
      facts([
        row('Order', INTERIM),
        row('Court', court.name ?? 'Not stated yet'),
        row('Against', respondent.name),
        ...(respondent.dateOfBirth ? [] : [row('Date of birth', 'Not known')]),
        row('To protect', ...protectedPeople),
      ]),
      ...(interim.until
        ? [text(`For a fixed period, until the end of ${formatDate(interim.until)}; it ends earlier when the application is determined.`)]
        : [blank('For a fixed period, until (date); it ends earlier when the application is determined')]),
      ...asked(sought.conditions),
      ...closing(false),
    ],
  };
}

function asked(sought: readonly Condition[]): Block[] {
  const of = (category: Condition['category']) => sought.filter((one) => one.category === category);
  return [
    ...(sought.length === 0 ? [text('No conditions are drafted in Orderwatch yet.')] : []),
    ...conditions('Prohibitions', of('prohibition')),
    ...conditions('Requirements', of('requirement')),
  ];
}

/** What the respondent must notify while a stalking protection order lasts (SPA 2019 ss.9 and 11). */
export const dutiesThatGoOn: readonly Block[] = [
  text('For as long as the order has effect:'),
  list([
    'a new name must be notified within three days beginning with the day on which it is first used',
    'a new home address must be notified within three days beginning with the day on which it changes',
  ]),
  text('It is an offence not to do so without reasonable excuse, or to give information known to be false (s.11).'),
];

/** SPA 2019 s.8. */
export const breachOfStalkingOrder =
  'Breach of the order without reasonable excuse is an offence, punishable on indictment with imprisonment for up to five years.';

const FIRST =
  'three days beginning with the date of service of the order, the respondent must notify the police of their name, every other name they use, and their home address.';

const breachPart: readonly Block[] = [heading('Breach (s.8)'), text(breachOfStalkingOrder)];

/** What every such order tells the respondent, and the court's own lines. `mayReplace`: an interim order may come before it. */
function closing(mayReplace: boolean): Block[] {
  const again =
    'Where this order replaces an interim order no such notification is asked for again: the duties below go on without a break.';
  return [
    heading('Notification (s.9)'),
    text(`${mayReplace ? 'Unless this order replaces an interim order, within' : 'Within'} ${FIRST}`),
    ...(mayReplace ? [text(again)] : []),
    ...dutiesThatGoOn,
    together(...breachPart, blank('Made on (date and time)'), blank('By the court (signature or seal)', 2)),
  ];
}

/** The same of an order that was made: the record knows when, and whether it replaces an interim order. */
function closingAsMade({ when, replacesInterim }: OrderAsMade): Block[] {
  const first = replacesInterim
    ? 'This order replaces an interim order: name and home address are not asked for again, and the duties below go on without a break.'
    : `Within ${FIRST}`;
  return [
    heading('Notification (s.9)'),
    text(first),
    ...dutiesThatGoOn,
    together(...breachPart, facts([row('Made on', when)]), blank('By the court (signature or seal)', 2)),
  ];
}

function conditions(title: string, those: readonly Condition[]): Block[] {
  if (those.length === 0) return [];
  return [heading(title), ...those.flatMap(condition)];
}

function condition({ number, wording, notes, locality }: Condition): Block[] {
  const more: Words[] = [...notes, ...(locality ? [locality] : [])];
  return [facts([row(`${number}`, wording ?? 'Wording not stated yet', ...more)])];
}
