import { clockRule as rule, clockTable, counts } from '#calendar';

const { working, hours, months, fromNextDay } = counts;
const pace = ['to-confirm', 'Police and Criminal Evidence Act 1984'] as const;
const code = ['read', 'Victims’ Code, Right 6'] as const;
const likeTheCode = ['ours', 'Orderwatch, as Right 6 of the Victims’ Code has it'] as const;
const ours = ['ours', 'Orderwatch'] as const;
const development = 'the arrest, interview, release, bail change, decision or receipt of the outcome';
const report = 'the report, or its recording when that was later';
const news = 'the day it happened, or on which the force recorded it when that was later';

/** Every clock of a reported incident and of telling people, as counted from a day on; of two with one key the later `from` holds from that day. */
export const breachClockRules = [
  rule('victim-update-enhanced', 'Tell the victim: Enhanced Rights', development, working(1), code, {
    note: 'Outcomes in court: counted from the unit’s receipt, to be confirmed by the force solicitor.',
  }),
  rule('victim-update', 'Tell the victim', development, working(5), code),
  rule('victim-next-enhanced', 'Tell the victim what happens next: Enhanced Rights', report, working(1), likeTheCode),
  rule('victim-next', 'Tell the victim what happens next', report, working(5), likeTheCode),
  rule('order-news-enhanced', 'Tell a protected person of their order: Enhanced Rights', news, working(1), likeTheCode),
  rule('order-news', 'Tell a protected person of their order', news, working(5), likeTheCode),
  rule('show-awareness', 'Find what shows that the order was known of', report, working(2), ours),
  rule('supervise', 'Review a breach as a supervisor', report, working(2), ours),
  rule('review-flag', 'Review a breach under which an order changed', 'the record of the change', working(2), ours),
  rule(
    'charge-summary-only',
    'Charge an offence that only a magistrates’ court tries',
    'the last act',
    months(6),
    ['to-confirm', 'Magistrates’ Courts Act 1980 s.127'],
    {
      note: 'Stalking (Protection from Harassment Act 1997 s.2A) and harassment (s.2). The safe reading: the day of the act is counted, and where its day is not known for sure, the first on which it may have been.',
    },
  ),
  rule(
    'notice-to-court',
    'Bring to court after arrest for breach of a DAPN, DVPN or DVPO',
    'the arrest',
    { mode: 'hours', hours: 24, without: 'sundays-and-holidays' },
    ['read', 'Domestic Abuse Act 2021 s.26'],
    {
      note: 'For a DVPN and a DVPO (Crime and Security Act 2010 s.26) from memory: to be confirmed by the force solicitor. A holiday at a weekend is left out on its substitute day only, the safe reading.',
    },
  ),
  rule('detention-24', 'Detention without charge: 24 hours', 'the arrest', hours(24), pace, {
    note: 'The Act counts from the relevant time, mostly the arrival at the station. Counted from the arrest, which is never later.',
  }),
  rule('detention-36', 'Detention without charge: 36 hours, extended by a superintendent', 'the arrest', hours(36), pace),
  rule('detention-72', 'Detention without charge: 72 hours, with a warrant of a court', 'the arrest', hours(72), pace, {
    note: 'A warrant lasts as long as it says, 36 hours at most (s.43(12)). Read so on 22 November 2026, to be confirmed by the force solicitor.',
  }),
  rule('detention-96', 'Detention without charge: 96 hours, with a warrant that was extended', 'the arrest', hours(96), pace),
  rule('detention-warrant', 'A warrant of further detention, or its extension: 36 hours', 'its issue', hours(36), pace),
  rule('bail-3', 'Pre-charge bail: 3 months', 'the release on bail', months(3), pace),
  rule('bail-6', 'Pre-charge bail: 6 months, extended', 'the release on bail', months(6), pace),
  rule('bail-9', 'Pre-charge bail: 9 months, extended again', 'the release on bail', months(9), pace),
  rule(
    'ctl-magistrates',
    'Custody time limit: magistrates’ court, 56 days',
    'the first appearance',
    fromNextDay(56),
    ['to-confirm', 'Prosecution of Offences (Custody Time Limits) Regulations 1987'],
    {
      backToWorkingDay: true,
      note: 'A limit that would end on a day without a court ends on the last working day before it.',
    },
  ),
  rule(
    'ctl-crown',
    'Custody time limit: Crown Court, 182 days',
    'the sending',
    fromNextDay(182),
    ['to-confirm', 'Prosecution of Offences (Custody Time Limits) Regulations 1987'],
    {
      backToWorkingDay: true,
      note: 'A limit that would end on a day without a court ends on the last working day before it. The days in custody since the first appearance count too: from there it is never late.',
    },
  ),
] as const;

export type BreachClockKey = (typeof breachClockRules)[number]['key'];

export const breachClockTable = clockTable<BreachClockKey>(breachClockRules);

/** CJS codes of offences that only a magistrates' court tries: stalking (PHA 1997 s.2A), harassment (s.2). To be confirmed by the force solicitor. */
export const summaryOnlyOffences: readonly string[] = ['PH97006', 'PH97004'];
