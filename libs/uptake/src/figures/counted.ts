const visible = 'Perpetrators whose records are restricted count only for their named readers.';
const known =
  'Everything that happened by the as-at day counts, as it is recorded now. What was recorded late or corrected since changes earlier figures.';
const publishing = 'Small numbers are shown in full. Suppress counts under 5 in anything published.';

const applicationsAndOrders = [
  'Applications are counted by the month they were filed, and by how they stand on the as-at day: granted, refused, withdrawn, otherwise dealt with and pending add up to those filed.',
  'Orders are counted by the month they were made. An interim order and the full order that follows it are one application, two orders and one perpetrator.',
  'Other orders are restraining orders, non-molestation orders and all further kinds that are kept here.',
  known,
  visible,
  publishing,
] as const;

/** How each figure is counted, in sentences. */
export const counted = {
  months: [...applicationsAndOrders, 'A month before the first record is shown as not recorded, never as zero.'],
  forces: [
    'The force is the one that applied, or that keeps the order.',
    'A force that recorded nothing in these months is not listed: that is missing, not zero.',
    ...applicationsAndOrders,
  ],
  standing: [
    'An order is in force from the day it is made to the end of its last day, served or not, unless it was discharged, quashed or ceased by the end of the as-at day. Until further order and an unknown end count as in force.',
    'Not served: nobody has served the order itself. The respondent may still know of it, from court or otherwise; where nothing shows that, it is counted apart.',
    'Orders ending within 60 days include those within 30. The last day is the one set now, so an order renewed since is not ending.',
    known,
    visible,
    publishing,
  ],
  breached: [
    'Of the orders made in these months, those against which at least one incident is alleged that happened by the as-at day. Each order counts once.',
    'In: allegations however they ended, also without charge and before the order was served or known. Out: allegations withdrawn, contact kept without an allegation, and acts before the order was made.',
    'Breached once known: the act was on or after the day from which service, presence in court or other evidence shows that the respondent knew.',
    'Orders made lately had less time to be breached. Choose earlier months to compare.',
    known,
    visible,
    publishing,
  ],
} as const;
