import { londonTime, londonDate } from '#calendar';
import type { WhenAnswers } from './report.js';

/** What the second step was answered. */
export interface WhatAnswers {
  /** As the form of the service sends it: `order/condition/version` or `order/offence`. */
  readonly alleging: readonly string[];
  readonly keep: boolean;
  readonly account: string;
  readonly people: readonly string[];
  /** The ids of orders said to be breached although they protect none of these people. */
  readonly evenSo: readonly string[];
  readonly reasonableExcuse: string | null;
  readonly excuse: string | null;
  /** When it was told to the officer: the moment of saving unless said otherwise. */
  readonly reportedAt: string;
  readonly place: string | null;
  readonly channel: string | null;
  readonly reporter: string;
}

/** The report as the API takes it: `ReportBreachDetails` of the service. */
export function bodyOf({ occurred, kinds }: WhenAnswers, what: WhatAnswers): Readonly<Record<string, unknown>> {
  const time =
    occurred.at === null ? { on: occurred.on, ...(occurred.until === occurred.on ? {} : { until: occurred.until }) } : { at: occurred.at };
  const { alleging, keep, evenSo, ...rest } = what;
  const given = Object.entries(rest).filter(([, value]) => value !== null);
  const narrowest = occurred.narrowest ? { narrowest: true } : {};
  // What the device knew may be old: no failure to notify is lost for it. Where the record shows none, the report is marked for review.
  const isFailureToNotify = !keep && alleging.some((key) => key.split('/').length === 2);
  const doubts = isFailureToNotify ? { recordIsWrong: true } : {};
  return {
    ...time,
    ...narrowest,
    kinds,
    ...(keep ? { keep } : { alleging }),
    ...doubts,
    ...(evenSo.length > 0 ? { evenSo } : {}),
    ...Object.fromEntries(given),
  };
}

/** The same as the fields of the service's form, so that it can be finished there. */
export function fieldsOf({ occurred, which, kinds }: WhenAnswers, what: WhatAnswers): (readonly [string, string])[] {
  const optional = (name: string, value: string | null): (readonly [string, string])[] => (value === null ? [] : [[name, value]]);
  return [
    ['when', 'other'],
    ...dateFields('on', occurred.on),
    ...(occurred.until === occurred.on ? [] : dateFields('until', occurred.until)),
    ...optional('time', occurred.at === null ? null : londonTime(occurred.at)),
    ...optional('which', which),
    ...(occurred.narrowest ? [['narrowest', 'yes'] as const] : []),
    ...kinds.map((kind) => ['kinds', kind] as const),
    ...what.alleging.map((key) => ['alleging', key] as const),
    ['account', what.account],
    ...what.people.map((id) => ['people', id] as const),
    ...what.evenSo.map((id) => ['evenSo', id] as const),
    ...optional('place', what.place),
    ...optional('reasonableExcuse', what.reasonableExcuse),
    ...optional('excuse', what.excuse),
    ...optional('channel', what.channel),
    ['reporter', what.reporter],
    ...dateFields('reportedAt[date]', londonDate(what.reportedAt)),
    ['reportedAt[time]', londonTime(what.reportedAt)],
  ];
}

/** As the service refuses it: contact is kept with neither what is selected nor an excuse. */
export function keptAndAlleged(keepOnly: boolean, alleging: readonly string[], excuse: string): { field: string; text: string }[] {
  if (!keepOnly) return [];
  return [
    ...(alleging.length > 0
      ? [{ field: 'alleging', text: 'What was breached is ticked. Save it as a breach, or untick it and keep it' }]
      : []),
    ...(excuse === '' || excuse === 'not-asked'
      ? []
      : [
          {
            field: 'reasonableExcuse',
            text: 'An excuse is recorded of a breach that is alleged. Write it in what happened, and select Not asked',
          },
        ]),
  ];
}

/** A day as the three fields of the service's forms. */
export function dateFields(name: string, date: string): (readonly [string, string])[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    [`${name}[day]`, day],
    [`${name}[month]`, month],
    [`${name}[year]`, year],
  ];
}
