import { formatDate } from '#calendar';
import type { UptakeFilter } from './filter.js';

const visible = ({ asKnownOn }: UptakeFilter): string =>
  `Perpetrators whose records are restricted ${asKnownOn === null ? '' : 'now '}count only for their named readers.`;
const publishing = 'Small numbers are shown in full. Suppress counts under 5 in anything published.';

/** Which of the two these figures are: as they were known on a day, or restated. */
export function knownWords({ asKnownOn }: UptakeFilter): string {
  return asKnownOn === null ? 'Restated with everything known now.' : `As known on ${formatDate(asKnownOn)}. Later records are left out.`;
}

function known({ asKnownOn }: UptakeFilter): string {
  return asKnownOn === null
    ? 'Everything that happened by the as-at day counts, as it is recorded now. What was recorded late or corrected since changes earlier figures.'
    : `Everything that happened by the as-at day counts, as far and as it was recorded by the end of ${formatDate(asKnownOn)}. What was recorded late or corrected since is left out.`;
}

const applicationsAndOrders = (filter: UptakeFilter): readonly string[] => [
  'Applications are counted by the month they were filed, and by how they stand on the as-at day: granted, refused, withdrawn, otherwise dealt with and pending add up to those filed.',
  'The share granted is of those that a court determined: granted, refused or otherwise dealt with. One that was withdrawn was decided by nobody and is shown apart.',
  'An application that was refused stays refused when a court above makes the order on appeal: it is said apart, and the order counts among the full orders made. One that was sent back is pending until it is determined again.',
  'An application that was recorded in error was filed by nobody: it is said apart, and stands in none of the other figures.',
  'Perpetrators are counted as people: records that somebody linked as one person, in whichever force, count once.',
  'Orders are counted by the month they were made. An interim order and the full order that follows it are one application, two orders and one perpetrator.',
  'Other orders are restraining orders, non-molestation orders and all further kinds that are kept here.',
  known(filter),
  visible(filter),
  publishing,
];

/** How each figure is counted, in sentences. */
export const counted = (filter: UptakeFilter): Readonly<Record<'months' | 'forces' | 'standing' | 'breached', readonly string[]>> => ({
  months: [...applicationsAndOrders(filter), 'A month before the first record is shown as not recorded, never as zero.'],
  forces: [
    'The force is the one that applied, or that keeps the order.',
    'A force that recorded nothing in these months is not listed: that is missing, not zero.',
    ...applicationsAndOrders(filter),
  ],
  standing: [
    'An order is in force from the day it is made to the end of its last day, served or not, unless it was discharged, quashed or ceased by the end of the as-at day. Until further order and an unknown end count as in force.',
    'Not served: nobody has served the order itself, or it was posted or left somewhere and nothing proves that it arrived. The respondent may still know of it, from court or otherwise; where nothing shows that, it is counted apart.',
    `Orders ending within 60 days include those within 30. The last day is the one set ${filter.asKnownOn === null ? 'now' : 'then'}, so an order renewed ${filter.asKnownOn === null ? 'since' : 'by then'} is not ending.`,
    known(filter),
    visible(filter),
    publishing,
  ],
  breached: [
    'Of the orders made in these months, those against which at least one incident is alleged that happened by the as-at day. Each order counts once.',
    'In: allegations however they ended, also without charge and before the order was served or known. Out: allegations withdrawn, contact kept without an allegation, and acts before the order was made.',
    'Breached once known: the act was on or after the day from which service, presence in court or other evidence shows that the respondent knew.',
    'Orders made lately had less time to be breached. Choose earlier months to compare.',
    known(filter),
    visible(filter),
    publishing,
  ],
});
