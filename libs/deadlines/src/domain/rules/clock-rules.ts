import { breachClockRules } from '#breaches';
import { clockRule as rule, clockTable, counts } from '#calendar';
import { appealRules, hearsayRules, type OrderKind } from '#orders';

const { working, firstDayCounts, fromNextDay, hours, months, before } = counts;

const spa = 'Stalking Protection Act 2019';
const ours = ['ours', 'Orderwatch'] as const;

/** Every clock, as counted from a day on; of two with one key the later `from` holds from that day. */
export const clockRules = [
  rule('serve', 'Serve the order', 'the making of the order or of the variation, or its recording when that was later', working(3), ours),
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
  rule(
    'national-record',
    'Confirm the national record',
    'the making, the change or the end of the order, or its recording when that was later',
    working(2),
    ours,
  ),
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
  rule('condition-look', 'Condition with a last day of its own: see whether it is still needed', 'its last day', before(14), ours),
  rule('condition-ask', 'Condition with a last day of its own: ask for a variation', 'its last day', before(7), ours),
  rule('condition-last', 'Condition with a last day of its own: last days', 'its last day', before(2), ours),
  rule('review-start', 'Review of a full order: start', 'the last day of the order', before(180), ours),
  rule('review-decide', 'Review of a full order: decide on renewal', 'the last day of the order', before(90), ours),
  rule('review-file', 'Review of a full order: file', 'the last day of the order', before(56), ours),
  rule('review-escalate', 'Review of a full order: tell the head of the legal team', 'the last day of the order', before(28), ours),
  rule('review-last', 'Review of a full order: last days to file', 'the last day of the order', before(14), ours),
  rule('renewal-prepare', 'Renewal: views and draft', 'the last day of the order', before(4), ours, {
    backToWorkingDay: true,
    note: 'Of a renewal begun late: otherwise a draft has its ten working days.',
  }),
  rule('renewal-approve', 'Renewal: approve', 'the last day of the order', before(2), ours, { backToWorkingDay: true }),
  rule('renewal-file', 'Renewal: file at the court', 'the last day of the order', before(1), ours, {
    backToWorkingDay: true,
    note: 'Filed on the last day of the order it is still in time; the day after, out of time.',
  }),
  rule('hearing-prepare', 'Hearing: prepare', 'the hearing', before(14), ours),
  rule('hearing-check', 'Hearing: check that everybody knows', 'the hearing', before(7), ours),
  rule('hearing-last', 'Hearing: last days', 'the hearing', before(2), ours),
  ...hearsayRules,
  rule(
    'chase-court',
    'Ask the court for a date',
    'the filing of an application or an appeal, or its recording when that was later',
    fromNextDay(28),
    ours,
  ),
  rule('finish-draft', 'Finish a draft', 'the day it was begun', working(10), ours),
  rule(
    'follow-move',
    'Ask for a variation where an area did not follow a protected person',
    'the record that another force looks after them',
    working(5),
    ours,
    { note: 'An order holds in all of the United Kingdom; an area that it names stays where it was.' },
  ),
  rule(
    'tell-court',
    'Decide whether the court is told that an incident on which a filed application rests was corrected or recorded in error',
    'the day on which that was recorded',
    working(2),
    ours,
  ),
  rule('answer-handover', 'Answer whether the force takes a protected person over', 'the day it was asked', working(1), ours, {
    note: 'The force that asked looks after the person until it is accepted.',
  }),
  rule('authorise', 'Authorise an application, or file it', 'the day it was asked for', working(2), ours),
  rule(
    'tell-for-child',
    'Respondent under 18: tell the youth justice team, and a parent or guardian',
    'the filing of the application, or its recording when that was later',
    working(2),
    ours,
  ),
  rule('review-at-18', 'Respondent under 18: ask what restriction on reporting holds', 'the 18th birthday', before(28), ours, {
    note: 'A restriction may end with the birthday (Children and Young Persons Act 1933 s.49; to be confirmed by the force solicitor).',
  }),
  rule(
    'review-at-18-last',
    'Respondent under 18: last days to ask what restriction on reporting holds',
    'the last working day before the 18th birthday',
    before(5),
    ours,
  ),
  rule(
    'court-by-age',
    'Ask for a hearing at the youth court, or the magistrates’ court, where the application was filed at the other',
    'the day on which the date of birth was corrected',
    working(2),
    ours,
    { note: 'Whether it goes on where it was filed is for that court; to be confirmed by the force solicitor.' },
  ),
  rule('record-result', 'Record the result of a hearing', 'the hearing, or its recording when that was later', working(1), ours),
  ...appealRules,
  rule('appeal-last', 'Appeal against a refusal: last days', 'the last day of appealing', before(5), ours),
  rule('appeal-late', 'Appeal against a refusal: kept in sight when it is late', 'the last day of appealing', fromNextDay(28), ours, {
    note: 'A court may allow a late appeal; after this day nobody is asked about it any more.',
  }),
  rule('consider-spo', 'Consider a stalking protection order', 'the start of a stalking investigation', working(1), [
    'ours',
    'Orderwatch, for the guidance that it is considered at the start of every investigation',
  ]),
  rule('support-referral', 'Refer the victim to support', 'the report', working(2), ['to-confirm', 'Victims’ Code, Right 4'], {
    note: 'The source says two days. Counted in working days, as the Code counts its updates.',
  }),
  ...breachClockRules,
  rule('iopc-referral', 'Mandatory referral to the IOPC: a police perpetrator', 'learning of it', fromNextDay(1), [
    'to-confirm',
    'Police (Complaints and Misconduct) Regulations 2020',
  ]),
  rule('data-breach', 'Tell the ICO of a data breach', 'learning of it', hours(72), ['to-confirm', 'Data Protection Act 2018 s.67']),
] as const;

export type ClockKey = (typeof clockRules)[number]['key'];

export const clockRuleTable = clockTable<ClockKey>(clockRules);

/** Kinds of order that the national record carries; to be confirmed by the force. */
export const nationallyRecorded: readonly OrderKind[] = [
  'spo',
  'interim-spo',
  'restraining-conviction',
  'restraining-acquittal',
  'non-molestation',
  'dapo',
];
