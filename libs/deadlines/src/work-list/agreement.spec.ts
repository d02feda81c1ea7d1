import { describe, expect, it } from '@jest/globals';
import { type BreachFact, breachRecord, type BreachRow, nextActions, toTell } from '#breaches';
import { asInstant, type Instant, londonDate } from '#calendar';
import { type Fact, fold, type Recorded } from '#event-sourcing';
import { type OrderFact, type OrderKind, orders } from '#orders';
import type { VictimRights } from '#people';
import fc from 'fast-check';
import { breachReported, ofBreach, ofOrder, orderMade, served } from '../domain/example-facts.js';
import { tasks } from '../domain/clocks.js';
import { type DueWork, dueWork, situationOf } from './due-work.js';
import { taskRows } from './task-rows.js';
import { isListed, isOverdue } from './work-list.js';

// One incident, recorded as it may be: late, out of order, with several victims, arrests, releases, outcomes and flags. Three pages are made
// from it: the list of work, the page of the incident, and what a protected person is still to be told.

const victims = ['v-1', 'v-2'];
const start = Date.parse('2026-03-20T00:00:00.000Z');
const hours = (count: number): Instant => asInstant(start + count * 3_600_000);
/** Some of them at one instant, as one fact can do more than one thing. */
const at = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 60 * 24 }) }, fc.constantFrom(30, 60)).map(hours);
const ofPerson = fc.constantFrom(...victims);
const developments = ['report-decision', 'arrest', 'interview', 'release', 'charge', 'court-outcome', 'order-change'] as const;

const later: fc.Arbitrary<BreachFact> = fc.oneof(
  at.map((when): BreachFact => ({ type: 'ArrestMade', data: { ...ofBreach, at: when } })),
  fc
    .tuple(at, fc.boolean())
    .map(([when, underCaution]): BreachFact => ({ type: 'InterviewHeld', data: { ...ofBreach, at: when, underCaution } })),
  fc
    .tuple(at, fc.constantFrom('bail', 'bail-with-conditions', 'under-investigation'))
    .map(([when, how]): BreachFact => ({ type: 'ReleasedFromCustody', data: { ...ofBreach, at: when, how } })),
  at.map((when): BreachFact => ({ type: 'Charged', data: { ...ofBreach, at: when, offenceCodes: [], test: 'full-code' } })),
  at.map((when): BreachFact => ({ type: 'NoFurtherAction', data: { ...ofBreach, at: when, reason: 'evidential' } })),
  at.map((when): BreachFact => ({
    type: 'CourtOutcomeRecorded',
    data: { ...ofBreach, on: londonDate(when), outcome: 'convicted', receivedAt: when },
  })),
  fc.tuple(at, ofPerson, fc.constantFrom(...developments)).map(([when, protectedPersonId, of]): BreachFact => ({
    type: 'VictimTold',
    data: { ...ofBreach, updateId: `u-${when}`, protectedPersonId, at: when, of },
  })),
  at.map((when): BreachFact => ({
    type: 'ReviewFlagged',
    data: { ...ofBreach, flagId: 'f', because: 'order-quashed', orderId: 'o-1', at: when },
  })),
  fc.tuple(at, fc.constantFrom('agreed', 'more-to-do')).map(([when, decision]): BreachFact => ({
    type: 'SupervisorReviewed',
    data: { ...ofBreach, at: when, decision },
  })),
  fc.constant<BreachFact>({
    type: 'EvidenceReferenced',
    data: { ...ofBreach, evidenceId: 'e-1', kind: 'service-proof' },
    personal: { reference: { about: [], value: null } },
  }),
);
function numbered(fact: BreachFact, nth: number): BreachFact {
  return fact.type === 'ReviewFlagged' ? { ...fact, data: { ...fact.data, flagId: `f-${nth}` } } : fact;
}

const life = fc.record({
  kind: fc.constantFrom<OrderKind>('spo', 'dvpn', 'restraining-conviction'),
  isServed: fc.boolean(),
  isOfAnotherForce: fc.boolean(),
  offenceCode: fc.constantFrom('ST19001', 'PH97006'),
  reportedAt: at,
  recordedLate: fc.nat(30 * 24),
  days: fc.nat(5),
  awarenessToShow: fc.boolean(),
  after: fc.array(later, { maxLength: 6 }).map((facts) => facts.map(numbered)),
  rights: fc.record({ 'v-1': fc.constantFrom<VictimRights>('enhanced', 'standard'), 'v-2': fc.constant<VictimRights>('enhanced') }),
  /** Weeks later, or within the hours after something was recorded: after an arrest, while he is held. */
  readAt: fc.oneof(
    fc.integer({ min: 60 * 24, max: 120 * 24 }).map((count) => ({ since: start, minutes: count * 60 })),
    fc.record({ since: fc.constant(null), minutes: fc.integer({ min: 1, max: 110 * 60 }) }),
  ),
});

/** When it is read: of who was arrested, counted from the last arrest. */
function readingOf({
  readAt,
  after,
  reportedAt,
}: {
  readAt: { since: number | null; minutes: number };
  after: readonly BreachFact[];
  reportedAt: Instant;
}): Instant {
  const arrest = after.findLast((fact) => fact.type === 'ArrestMade');
  const since = readAt.since ?? Date.parse(arrest?.type === 'ArrestMade' ? arrest.data.at : reportedAt);
  return asInstant(since + readAt.minutes * 60_000);
}

interface Read {
  readonly rows: BreachRow;
  readonly work: DueWork;
}

/** Each projection folds what was recorded, as the projector has it do. */
function read(written: readonly { readonly stream: string; readonly fact: Fact; readonly recordedAt: Instant }[]): Read {
  let rows: BreachRow | null = null;
  let work: DueWork | null = null;
  written.forEach(({ stream, fact, recordedAt }, nth) => {
    const event: Recorded = {
      ...{ id: `e-${nth}`, stream, revision: BigInt(nth), position: String(nth), schemaVersion: 1, fact },
      envelope: { by: 'u-1', force: '46', recordedAt, commandId: 'c', digest: '', correlationId: 'r' },
    };
    if (dueWork.reads.includes(fact.type)) work = dueWork.evolve(work, event, 'p-1:46');
    if (stream.startsWith('breach-')) rows = breachRecord.evolve(rows, event, 'b-1');
  });
  if (rows === null || work === null) throw new Error('Nothing was recorded');
  return { rows, work };
}

const key = (what: string, of: string | undefined, dueBy: string | null, isOver: boolean) =>
  `${what} ${of ?? ''} by ${dueBy}${isOver ? ', over' : ''}`;

describe('what waits of an incident', () => {
  it('is the same on its own page, on the list of work, and where a protected person’s news stands', () => {
    let [compared, held] = [0, 0];
    fc.assert(
      fc.property(
        life,
        ({ kind, isServed, isOfAnotherForce, offenceCode, reportedAt, recordedLate, days, awarenessToShow, after, rights, ...drawn }) => {
          const readAt = readingOf({ ...drawn, after, reportedAt });
          const recordedAt = asInstant(Date.parse(reportedAt) + recordedLate * 3_600_000);
          const until = londonDate(reportedAt);
          const on = londonDate(asInstant(Date.parse(reportedAt) - days * 24 * 3_600_000));
          const orderFacts: OrderFact[] = [orderMade({ kind }), ...(isServed ? [served('2026-03-03')] : [])];
          const reported = breachReported({
            ...{ occurred: { on, until, at: null }, reportedAt, awarenessToShow, protectedPersonIds: victims },
            allegations: [{ allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode }],
          });
          const { rows, work } = read([
            ...(isOfAnotherForce ? [] : orderFacts).map((fact) => ({ stream: `order-${ofOrder.orderId}`, fact, recordedAt: hours(0) })),
            ...[reported, ...after].map((fact) => ({ stream: `breach-${ofBreach.breachId}`, fact, recordedAt })),
            ...Object.entries(rights).map(([protectedPersonId, owed]) => ({
              stream: `protected-${protectedPersonId}`,
              fact: { type: 'ContactPlanAgreed', data: { protectedPersonId, perpetratorId: 'p-1', force: '46', rights: owed } },
              recordedAt,
            })),
          ]);
          const rightsOf = (id: string): VictimRights => (id === 'v-1' ? rights['v-1'] : rights['v-2']);

          const onPage = nextActions(rows.doc, [fold(orders, orderFacts)], readAt, { rightsOf, recordedAt: rows.allegedAt }).flatMap(
            (next) =>
              next.is === 'clock'
                ? [key(next.clock.what, next.clock.flagId ?? next.clock.of, next.clock.dueAt ?? next.clock.dueBy, next.overdue)]
                : [],
          );
          const today = londonDate(readAt);
          const made = tasks({ ...situationOf(work.doc), beside: isOfAnotherForce ? [fold(orders, orderFacts)] : [] }, today).map(
            ({ id }) => id,
          );
          expect(made.filter((id, nth) => made.indexOf(id) !== nth)).toEqual([]);
          const listed = taskRows(work, today, new Map([['o-1', fold(orders, orderFacts)]])).filter(
            (row) => row.about.breachId !== undefined && isListed(row, readAt),
          );
          const onList = listed.map((row) =>
            key(
              row.kind,
              row.about.flagId ?? row.id.replace(/@\d+$/, '').slice(`${row.kind}:b-1:`.length),
              row.dueAt ?? row.dueBy,
              isOverdue(row, readAt),
            ),
          );
          expect(onList.sort()).toEqual(onPage.sort());

          for (const person of victims) {
            const news = toTell(person, { breaches: [rows], orders: [] }, () => rightsOf(person), readAt).map(({ subject, due, late }) =>
              key('tell', subject.is === 'breach' ? subject.about : '', due, late),
            );
            const asked = listed
              .filter(({ about }) => about.protectedPersonId === person)
              .map((row) => key('tell', row.about.development, row.dueBy, isOverdue(row, readAt)));
            expect(news.sort()).toEqual(asked.sort());
          }
          compared += onPage.length;
          held += listed.filter(({ kind: what, opensAt }) => what === 'custody' && opensAt !== null).length;
        },
      ),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(400);
    expect(held).toBeGreaterThan(10);
  });
});
