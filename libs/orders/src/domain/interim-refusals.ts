import { kindRule } from './kinds/index.js';
import type { FiledApplication } from './application.js';
import type { Court } from './events.js';
import type { LocalDate } from '#calendar';

/** `appealed`: the force appeals against it; `accepted`: it does not. */
export type InterimRefusalSettling = 'appealed' | 'accepted';

/** That a court refused to make the interim order that was asked for. */
export interface InterimRefusal {
  /** The hearing at which it did. */
  readonly hearingId: string;
  readonly on: LocalDate;
  readonly court: Court;
  /** The law that lets a chief officer appeal; null where none of that day does. */
  readonly source: string | null;
  /** What the force does about it; `over` once an interim order was made after all, or the application was determined. Null while it is open. */
  readonly settled: InterimRefusalSettling | 'over' | null;
}

/** The refusals to make an interim order, by their days: a chief officer can appeal against each (SPA 2019 s.7). */
export function interimRefusals(application: FiledApplication): readonly InterimRefusal[] {
  const { hearings, interims, interimsSettled = [] } = application;
  return hearings.flatMap(({ hearingId, at, court, outcome }): InterimRefusal[] => {
    if (outcome?.is !== 'interim-refused') return [];
    const appeals = kindRule('interim-spo').appeals(at.on);
    const source = appeals?.application?.includes('chief-officer') ? appeals.source : null;
    const isOver = application.is !== 'pending' || interims.some(({ made }) => made.on >= at.on);
    const how = interimsSettled.findLast((one) => one.hearingId === hearingId)?.how ?? null;
    return [{ hearingId, on: at.on, court, source, settled: how ?? (isOver ? 'over' : null) }];
  });
}

/** Those that the force can still appeal against, and has said nothing of. */
export function interimRefusalsOpen(application: FiledApplication): readonly (InterimRefusal & { readonly source: string })[] {
  return interimRefusals(application).flatMap(({ source, ...one }) =>
    source !== null && one.settled === null ? [{ ...one, source }] : [],
  );
}
