import type { BreachState } from '#breaches';
import { formatDate, formatPeriod, type LocalDate } from '#calendar';
import { isOrderInError, isToBeServed, kindRule, type MadeOrder, type PeriodInForce, periodsInForce } from '#orders';
import { type Lane, laneChart, laneMark, type LaneMark } from '#pages';
import { type Act, actsIn } from '../signals/acts.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** Orders and contact as a picture, and the same as a table. */
export interface Picture {
  /** Inline SVG, safe to print. */
  readonly svg: string;
  /** What the marks mean, each with its own picture. */
  readonly key: readonly { readonly mark: string; readonly name: string }[];
  readonly table: PictureTable;
  /** Incidents and contact that are no alleged breach of an order. */
  readonly others: PictureTable;
}

interface PictureTable {
  readonly head: readonly string[];
  /** Empty when there is none. */
  readonly rows: readonly (readonly string[])[];
}

const markNames: Readonly<Record<LaneMark, string>> = {
  service: 'order served',
  change: 'order varied',
  charged: 'breach, charged',
  alleged: 'breach, alleged',
  contact: 'other contact',
  incident: 'incident recorded in a case',
  threat: 'incident with a threat or violence',
};

/**
 * One lane for each order with its service, changes and alleged breaches, one for the incidents of cases and one for contact that was
 * kept; null when there is nothing to draw.
 */
export function picture(summary: PerpetratorSummary, today: LocalDate): Picture | null {
  const made = Object.values(summary.orders)
    .flatMap((order) => (order.is === 'unmade' || isOrderInError(order) ? [] : [order]))
    .sort((a, b) => (a.made.on < b.made.on ? -1 : 1));
  const acts = actsIn(summary);
  const inCases = acts.filter(({ recordedAs }) => recordedAs === 'incident');
  if (made.length === 0 && inCases.length === 0) return null;
  const incidents = Object.values(summary.breaches).filter(({ status }) => status !== 'none');
  const kept = incidents.filter(({ isBreach }) => !isBreach);
  const lanes = made.map((order) => laneOf(order, allegedOf(order, incidents)));
  const contact: readonly Lane[] =
    kept.length === 0
      ? []
      : [{ label: 'Other contact kept', bars: [], marks: kept.map(({ occurred }) => ({ on: occurred.on, is: 'contact' })) }];
  const marks = inCases.map(({ on, threatening }) => ({ on, is: threatening ? ('threat' as const) : ('incident' as const) }));
  const cases: readonly Lane[] = marks.length === 0 ? [] : [{ label: 'Incidents in cases', bars: [], marks }];
  const others = acts.filter(({ recordedAs }) => recordedAs !== 'alleged breach');
  const drawn = new Set<LaneMark>([...lanes, ...cases, ...contact].flatMap((lane) => lane.marks.map(({ is }) => is)));
  const rows = made.flatMap((order) => rowsOf(order, allegedOf(order, incidents)));
  const description = [
    ...rows.map(([name, from, to, served, breaches]) => `${name}: ${from} to ${to}, served: ${served}, breaches ${breaches}`),
    ...(inCases.length === 0 ? [] : [`Incidents in cases: ${inCases.map(({ on }) => formatDate(on)).join(', ')}`]),
  ];
  return {
    key: (Object.keys(markNames) as LaneMark[]).filter((is) => drawn.has(is)).map((is) => ({ mark: laneMark(is), name: markNames[is] })),
    svg: laneChart({
      title: 'Orders, incidents and contact over time',
      description: description.join('. '),
      today,
      lanes: [...lanes, ...cases, ...contact],
    }),
    table: { head: ['Order', 'From', 'To', 'Served', 'Alleged breaches'], rows },
    others: { head: ['When', 'What', 'Recorded as'], rows: others.map(otherRow) },
  };
}

function otherRow({ on, until, words, recordedAs, threatening }: Act): readonly string[] {
  return [on === until ? formatDate(on) : formatPeriod(on, until), threatening ? `${words} (threat or violence)` : words, recordedAs];
}

function allegedOf({ orderId }: MadeOrder, incidents: readonly BreachState[]): readonly BreachState[] {
  return incidents.filter(({ allegations }) => allegations.some((one) => one.orderId === orderId && one.withdrawn === null));
}

function laneOf(order: MadeOrder, alleged: readonly BreachState[]): Lane {
  const mark = (is: LaneMark) => (on: LocalDate) => ({ on, is });
  return {
    label: `${kindRule(order.kind).name}, made ${formatDate(order.made.on)}`,
    bars: periodsInForce(order),
    marks: [
      ...order.variations.map(({ effective }) => effective.on).map(mark('change')),
      ...servedOn(order).map(mark('service')),
      ...alleged.map(({ occurred, steps }) => ({
        on: occurred.on,
        is: steps.some((step) => step.is === 'charge') ? ('charged' as const) : ('alleged' as const),
      })),
    ],
  };
}

/** A row for each time it was in force; what was before the first or between two stands with the one before it. */
function rowsOf(order: MadeOrder, alleged: readonly BreachState[]): readonly (readonly string[])[] {
  const periods = periodsInForce(order);
  return periods.map(({ from, to, by }, nth) => {
    const isHere = (day: LocalDate): boolean => (nth === 0 || day >= from) && day < (periods[nth + 1]?.from ?? '9999-12-31');
    return [
      `${kindRule(order.kind).name}${again[by]}`,
      formatDate(from),
      to === null ? 'no last day' : formatDate(to),
      servedInWords(order, servedOn(order).filter(isHere), nth === 0),
      alleged
        .map(({ occurred }) => occurred.on)
        .filter(isHere)
        .map(formatDate)
        .join(', ') || 'none',
    ];
  });
}

const again: Readonly<Record<PeriodInForce['by'], string>> = {
  order: '',
  renewal: ', renewed after it had ended',
  variation: ', again in force',
  discharge: '',
  appeal: ', again in force after an appeal',
};

/** The days of service; of who was in court when it was made and needs no service, that he was there. */
function servedInWords(order: MadeOrder, served: readonly LocalDate[], isFirst: boolean): string {
  const days = served.map(formatDate).join(', ');
  if (days !== '' || order.respondentPresent !== true || !isFirst) return days || 'not served';
  return isToBeServed(order) ? 'in court, not served' : 'in court';
}

function servedOn(order: MadeOrder): readonly LocalDate[] {
  return order.services.filter(({ served }) => served === 'order').map(({ at }) => at.on);
}
