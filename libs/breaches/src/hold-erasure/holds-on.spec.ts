import { describe, expect, it } from '@jest/globals';
import { type CaseFact, cases } from '#cases';
import { fold } from '#event-sourcing';
import { type DraftFact, type ApplicationFact, applications, orders } from '#orders';
import { charged, contactKept, convicted, dropped, given, breachReported } from '../domain/example-facts.js';
import { orderMade } from '../domain/example-orders.js';
import type { BreachFact } from '../domain/events.js';
import { holdsOn } from './holds-on.js';

const nothing = { cases: [], orders: [], applications: [], breaches: [] };
const order = fold(orders, [orderMade('o-1')]);
const on = (day: string) => ({ on: day, at: null });
const filed: ApplicationFact = {
  type: 'ApplicationFiled',
  data: {
    ...{ applicationId: 'app-1', perpetratorId: 'p-1', force: '46', filedOn: '2026-05-01', interimSought: false },
    ...{ court: { type: 'magistrates', name: 'Testville Magistrates' }, forum: 'adult', notice: 'with', areaBasis: 'resides' },
    ...{ protectedPersonIds: ['v-1'], victimIds: [] },
  },
};

describe('what holds the data of a person', () => {
  it('is nothing where nothing is recorded', () => {
    expect(holdsOn(nothing, on('2026-06-01'))).toEqual([]);
  });

  it('is an order until after its last day', () => {
    expect(holdsOn({ ...nothing, orders: [order] }, on('2028-05-13'))).toEqual(['order-in-force']);
    expect(holdsOn({ ...nothing, orders: [order] }, on('2028-05-14'))).toEqual([]);
  });

  it('is a breach until it is decided, and once charged until the court has', () => {
    const holds = (...facts: readonly BreachFact[]) => holdsOn({ ...nothing, breaches: [given(...facts)] }, on('2026-10-01'));
    expect(holds(breachReported())).toEqual(['breach-open']);
    expect(holds(breachReported(), charged)).toEqual(['breach-open']);
    expect(holds(breachReported(), charged, convicted)).toEqual([]);
    expect(holds(breachReported(), dropped)).toEqual([]);
    expect(holds(contactKept())).toEqual([]);
  });

  it('is an investigation until it has an outcome', () => {
    const of = { caseId: 'c-1', perpetratorId: 'p-1', force: '46' };
    const opened: CaseFact = {
      type: 'StalkingCaseOpened',
      data: { ...of, openedOn: '2026-05-01', source: 'victim', protectedPersonIds: [] },
    };
    const ended: CaseFact = {
      type: 'CaseOutcomeRecorded',
      data: {
        ...of,
        outcomeId: 'u-1',
        outcome: 'no-further-action',
        on: '2026-05-20',
        reason: 'evidential',
        offenceCodes: [],
        applicationId: null,
      },
    };
    const holds = (...facts: readonly CaseFact[]) => holdsOn({ ...nothing, cases: [fold(cases, facts)] }, on('2026-06-01'));
    expect([holds(), holds(opened), holds(opened, ended)]).toEqual([[], ['case-open'], []]);
  });

  it('is an application that waits', () => {
    expect(holdsOn({ ...nothing, applications: [fold(applications, [filed])] }, on('2026-06-01'))).toEqual(['application-pending']);
  });

  it('is a refusal while an appeal against it waits', () => {
    const of = { applicationId: 'app-1', perpetratorId: 'p-1', force: '46' };
    const crown = { type: 'crown', name: 'Testville' } as const;
    const day = (date: string) => ({ on: date, at: null });
    const refused: ApplicationFact = {
      type: 'ApplicationDetermined',
      data: { ...of, outcome: 'refused', at: day('2026-05-10'), court: crown, contested: null, orderId: null, reason: 'not-necessary' },
    };
    const appealed: ApplicationFact = {
      type: 'RefusalAppealed',
      data: { ...of, appealId: 'ap-1', on: '2026-05-12', by: 'chief-officer', court: crown },
    };
    const decided: ApplicationFact = {
      type: 'RefusalAppealDecided',
      data: { ...of, appealId: 'ap-1', court: crown, at: day('2026-05-30'), result: 'confirmed', orderId: null },
    };
    const holds = (...facts: readonly ApplicationFact[]) =>
      holdsOn({ ...nothing, applications: [fold(applications, [filed, ...facts])] }, on('2026-06-01'));
    expect(holds(refused)).toEqual([]);
    expect(holds(refused, appealed)).toEqual(['application-pending']);
    expect(holds(refused, appealed, decided)).toEqual([]);
  });

  it('is an application in preparation, until it is given up', () => {
    const by = { userId: 'u-1', role: 'legal' } as const;
    const ofDraft = { applicationId: 'a-2', perpetratorId: 'p-1', force: '46', by };
    const begun: DraftFact = { type: 'ApplicationBegun', data: { ...ofDraft, begunOn: '2026-05-01' } };
    const givenUp: DraftFact = { type: 'DraftAbandoned', data: { ...ofDraft, reason: 'not-necessary' } };
    const holds = (...facts: readonly DraftFact[]) => holdsOn({ ...nothing, applications: [fold(applications, facts)] }, on('2026-06-01'));
    expect([holds(begun), holds(begun, givenUp)]).toEqual([['application-pending'], []]);
  });
});
