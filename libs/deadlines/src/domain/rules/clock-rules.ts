import type { ExtraHolidays, LocalDate } from '#calendar';
import type { OrderKind } from '#orders';
import type { ClockRule, Counting, Standing } from './clock-rule.js';

const working = (days: number): Counting => ({ mode: 'working', days });
const firstDayCounts = (days: number): Counting => ({ mode: 'calendar', days, first: 'counts' });
const fromNextDay = (days: number): Counting => ({ mode: 'calendar', days, first: 'next' });
const hours = (count: number): Counting => ({ mode: 'hours', hours: count, without: 'nothing' });
const months = (count: number): Counting => ({ mode: 'months', months: count });
const before = (days: number): Counting => ({ mode: 'before', days });

function rule<const Key extends string>(
  key: Key,
  name: string,
  starts: string,
  counting: Counting,
  [standing, source]: readonly [Standing, string],
  more: Partial<Pick<ClockRule, 'note' | 'backToWorkingDay' | 'from'>> = {},
): ClockRule<Key> {
  return { key, name, starts, counting, standing, source, from: '0001-01-01', ...more };
}

const spa = 'Stalking Protection Act 2019';
const pace = ['to-confirm', 'Police and Criminal Evidence Act 1984'] as const;
const code = ['read', 'Victims’ Code, Right 6'] as const;
const ours = ['ours', 'Orderwatch'] as const;

/** Every clock, as counted from a day on; of two with one key the later `from` holds from that day. */
export const clockRules = [
  rule('serve', 'Serve the order', 'the making of the order, or of the variation', working(3), ours),
  rule('notify', 'The respondent notifies name and home address', 'service', firstDayCounts(3), ['read', `${spa} s.9`]),
  rule('notify-change', 'The respondent notifies a new name or address', 'the first use of the name, or the move', firstDayCounts(3), [
    'read',
    `${spa} s.9`,
  ]),
  rule(
    'notify-after-exemption',
    'The respondent notifies once exempt no more',
    'the final day under the Sexual Offences Act 2003',
    firstDayCounts(3),
    ['read', `${spa} s.9`],
  ),
  rule('national-record', 'Confirm the national record', 'the making, the change or the end of the order', working(2), ours),
  rule('discharge-lock', 'Discharge needs consents', 'the making of the order', months(24), ['to-confirm', `${spa} s.4`], {
    note: 'Until the end of this day the court discharges only with the consents of the respondent and the chief officer.',
  }),
  rule(
    'interim-look',
    'Interim order: check that the application will be determined',
    'the last day of the interim order',
    before(14),
    ours,
  ),
  rule('interim-renew', 'Interim order: apply to renew', 'the last day of the interim order', before(7), ours),
  rule('interim-last', 'Interim order: last days', 'the last day of the interim order', before(2), ours),
  rule('review-start', 'Review of a full order: start', 'the last day of the order', before(180), ours),
  rule('review-decide', 'Review of a full order: decide on renewal', 'the last day of the order', before(90), ours),
  rule('review-file', 'Review of a full order: file', 'the last day of the order', before(56), ours),
  rule('review-escalate', 'Review of a full order: tell the head of the legal team', 'the last day of the order', before(28), ours),
  rule('review-last', 'Review of a full order: last days to file', 'the last day of the order', before(14), ours),
  rule('hearing-prepare', 'Hearing: prepare', 'the hearing', before(14), ours),
  rule('hearing-check', 'Hearing: check that everybody knows', 'the hearing', before(7), ours),
  rule('hearing-last', 'Hearing: last days', 'the hearing', before(2), ours),
  rule('hearsay', 'Serve the hearsay notice', 'the hearing', before(21), [
    'to-confirm',
    'Magistrates’ Courts (Hearsay Evidence in Civil Proceedings) Rules 1999',
  ]),
  rule('chase-court', 'Ask the court for a date', 'the filing of an application or an appeal', fromNextDay(28), ours),
  rule('finish-draft', 'Finish a draft', 'the day it was begun', working(10), ours),
  rule(
    'follow-move',
    'Ask for a variation where an area did not follow a protected person',
    'the record that another force looks after them',
    working(5),
    ours,
    { note: 'An order holds in all of the United Kingdom; an area that it names stays where it was.' },
  ),
  rule('authorise', 'Authorise an application, or file it', 'the day it was asked for', working(2), ours),
  rule('record-result', 'Record the result of a hearing', 'the hearing', working(1), ours),
  rule('appeal-business', 'Appeal: 15 business days', 'the decision', working(15), ['to-confirm', 'Criminal Procedure Rules part 34']),
  rule('appeal-calendar', 'Appeal: 21 days', 'the decision', fromNextDay(21), ['to-confirm', 'Crown Court Rules 1982']),
  rule('consider-spo', 'Consider a stalking protection order', 'the start of a stalking investigation', working(1), [
    'ours',
    'Orderwatch, for the guidance that it is considered at the start of every investigation',
  ]),
  rule('support-referral', 'Refer the victim to support', 'the report', working(2), ['to-confirm', 'Victims’ Code, Right 4'], {
    note: 'The source says two days. Counted in working days, as the Code counts its updates.',
  }),
  rule(
    'victim-update-enhanced',
    'Tell the victim: Enhanced Rights',
    'the arrest, interview, release, bail change, decision or receipt of the outcome',
    working(1),
    code,
    {
      note: 'Outcomes in court: counted from the unit’s receipt, to be confirmed by the force solicitor.',
    },
  ),
  rule(
    'victim-update',
    'Tell the victim',
    'the arrest, interview, release, bail change, decision or receipt of the outcome',
    working(5),
    code,
  ),
  rule('show-awareness', 'Find what shows that the order was known of', 'the report', working(2), ours),
  rule('review-flag', 'Review a breach under which an order changed', 'the record of the change', working(2), ours),
  rule(
    'charge-summary-only',
    'Charge an offence that only a magistrates’ court tries',
    'the last act',
    months(6),
    ['to-confirm', 'Magistrates’ Courts Act 1980 s.127'],
    {
      note: 'Stalking (Protection from Harassment Act 1997 s.2A) and harassment (s.2). The day of the act is counted, the safe reading.',
    },
  ),
  rule(
    'notice-to-court',
    'Bring to court after arrest for breach of a DAPN, DVPN or DVPO',
    'the arrest',
    { mode: 'hours', hours: 24, without: 'sundays-and-holidays' },
    ['read', 'Domestic Abuse Act 2021 s.26'],
    {
      note: 'For a DVPN and a DVPO (Crime and Security Act 2010 s.26) from memory: to be confirmed by the force solicitor.',
    },
  ),
  rule('detention-24', 'Detention without charge: 24 hours', 'the arrest', hours(24), pace, {
    note: 'The Act counts from the relevant time, mostly the arrival at the station. Counted from the arrest, which is never later.',
  }),
  rule('detention-36', 'Detention without charge: 36 hours, extended by a superintendent', 'the arrest', hours(36), pace),
  rule('detention-96', 'Detention without charge: 96 hours, with warrants of a court', 'the arrest', hours(96), pace),
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
      note: 'A limit that would end on a day without a court ends on the last working day before it.',
    },
  ),
  rule('iopc-referral', 'Mandatory referral to the IOPC: a police perpetrator', 'learning of it', fromNextDay(1), [
    'to-confirm',
    'Police (Complaints and Misconduct) Regulations 2020',
  ]),
  rule('data-breach', 'Tell the ICO of a data breach', 'learning of it', hours(72), ['to-confirm', 'Data Protection Act 2018 s.67']),
] as const;

export type ClockKey = (typeof clockRules)[number]['key'];

const byKey = new Map<string, readonly ClockRule<ClockKey>[]>();
for (const one of clockRules)
  byKey.set(
    one.key,
    [...(byKey.get(one.key) ?? []), one].sort((a, b) => (a.from < b.from ? -1 : 1)),
  );

/** How the clock counts that starts on this London day. */
export function clockRule(
  key: ClockKey,
  on: LocalDate,
  rules: ReadonlyMap<string, readonly ClockRule<ClockKey>[]> = byKey,
): ClockRule<ClockKey> {
  const dated = rules.get(key) ?? [];
  const holds = dated.findLast(({ from }) => from <= on) ?? dated[0];
  if (!holds) throw new Error('There is no such clock');
  return holds;
}

/** Bank holidays proclaimed on top of the rule. */
export const proclaimedHolidays: ExtraHolidays = [];

/** Kinds of order that the national record carries; to be confirmed by the force. */
export const nationallyRecorded: readonly OrderKind[] = [
  'spo',
  'interim-spo',
  'restraining-conviction',
  'restraining-acquittal',
  'non-molestation',
  'dapo',
];

/** CJS codes of offences that only a magistrates' court tries: stalking (PHA 1997 s.2A), harassment (s.2). To be confirmed by the force solicitor. */
export const summaryOnlyOffences: readonly string[] = ['PH97006', 'PH97004'];
