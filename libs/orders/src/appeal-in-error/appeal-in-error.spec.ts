import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { determineApplication, type NotGrantedDetails } from '../determine-application/determine-application.js';
import { applications, type FiledApplication } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import { isApplicationFactInError } from '../domain/application-in-error.js';
import { lastDecidedOf, refusalAppeal, type RefusalAppealResult, waitingAppeal } from '../domain/refusal-appeals.js';
import type { OrderState } from '../domain/order.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import * as s from '../domain/specimens.js';
import { determinedInError } from '../determined-in-error/determined-in-error.js';
import { appealInError } from './appeal-in-error.js';

const who = { force: s.force, now: '2026-11-21T09:00:00.000Z' };
const of = { applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force };
const refused: NotGrantedDetails = {
  ...{ outcome: 'refused', at: s.on('2026-06-01'), court: s.maidstone, contested: true, note: null },
  reason: 'not-necessary',
};
const refusal = determineApplication(s.applicationOf(s.applicationFiled()), [], refused, s.now).application;
const lodged: ApplicationFact = {
  type: 'RefusalAppealed',
  data: { ...of, appealId: 'a1', on: '2026-06-10', by: 'chief-officer', court: s.crown },
};
const decided = (result: RefusalAppealResult): ApplicationFact => ({
  type: 'RefusalAppealDecided',
  data: { ...of, appealId: 'a1', at: s.on('2026-07-06'), court: s.crown, result, orderId: result === 'order-made' ? s.orderId : null },
});
const after = (...facts: readonly ApplicationFact[]) =>
  fold(applications, [s.applicationFiled(), ...refusal, ...facts]) as FiledApplication;
const error = (key: string) => ({ errorId: 'e1', key, reason: 'Of another application' });
const said = (key: string, ...facts: readonly ApplicationFact[]) => appealInError(after(...facts), null, [], error(key), who);

describe('an appeal against a refusal that was recorded in error', () => {
  it('waits again without its decision, and leaves a refusal as it was without itself', () => {
    const known = [lodged, decided('confirmed')];
    const waits = [...known, ...said('decision:a1', ...known)];
    expect(waitingAppeal(after(...waits))?.appealId).toBe('a1');
    expect(s.refusal(() => determinedInError(after(...known), null, [], error(''), who))).toBe('appealed');
    expect(known.map((fact) => isApplicationFactInError(after(...waits), fact, '2026-07-07T09:00:00.000Z'))).toEqual([false, true]);
    expect(isApplicationFactInError(after(...waits), decided('order-made'), '2026-11-22T09:00:00.000Z')).toBe(false);
    const none = [...waits, ...said('appeal:a1', ...waits)];
    expect(refusalAppeal(after(...none))).toBeNull();
    expect(isApplicationFactInError(after(...none), lodged, '2026-06-10T09:00:00.000Z')).toBe(true);
    expect(determinedInError(after(...none), null, [], error(''), who).application).toHaveLength(1);
    expect(s.refusal(() => determinedInError(after(...waits), null, [], error(''), who))).toBe('appealed');
  });

  it('had set no refusal aside: that stands again, until it was determined anew', () => {
    const remitted = [lodged, decided('remitted')];
    expect(after(...remitted).is).toBe('pending');
    const back = after(...remitted, ...said('decision:a1', ...remitted));
    expect(back).toMatchObject({ is: 'determined', determination: { outcome: 'refused', at: refused.at }, setAside: [] });
    const anew = determineApplication(after(...remitted), [], { ...refused, at: s.on('2026-09-01') }, s.now).application;
    expect(s.refusal(() => said('decision:a1', ...remitted, ...anew))).toBe('no-such-entry');
    expect(lastDecidedOf(after(...remitted, ...anew))?.is).toBe('determination');
  });

  it('is taken back while nothing goes on from it, after the order made on it, by the force that applied', () => {
    const made = [lodged, decided('order-made')];
    expect(s.refusal(() => said('appeal:a1', ...made))).toBe('no-such-entry');
    expect(s.refusal(() => said('determination'))).toBe('no-such-entry');
    const order = s.orderOf(s.orderMade());
    expect(s.refusal(() => appealInError(after(...made), order, [], error('decision:a1'), who))).toBe('order-first');
    expect(s.refusal(() => appealInError(after(...made), null, [], error('decision:a1'), { ...who, force: '42' }))).toBe(
      'not-your-application',
    );
  });

  it('waits for an interim order made after the application was sent back, which hung on it', () => {
    const remitted = [lodged, decided('remitted')];
    const interim = (made: string, ...facts: readonly OrderFact[]) =>
      s.orderOf(s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: s.on(made) }), ...facts);
    const back = (...interims: readonly OrderState[]) => appealInError(after(...remitted), null, interims, error('decision:a1'), who);
    for (const day of ['2026-07-06', '2026-07-20']) expect(s.refusal(() => back(interim(day)))).toBe('interim-first');
    expect(back(interim('2026-04-01'), s.orderOf())).toHaveLength(1);
    const never = recordInError(interim('2026-07-20'), { errorId: 'e2', of: { is: 'order', why: 'never-made' }, reason: 'None' }, who);
    expect(back(interim('2026-07-20', ...never))).toHaveLength(1);
    // An appeal that confirmed the refusal opened nothing.
    expect(appealInError(after(lodged, decided('confirmed')), null, [interim('2026-07-20')], error('decision:a1'), who)).toHaveLength(1);
  });
});
