import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { draftJson, endApplication, fileApplication, keepAway, makeInterim, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history, uptake, work } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

interface ApplicationSays {
  readonly is: string;
  readonly determination: { readonly outcome: string } | null;
  readonly appeals: readonly {
    readonly appealId: string;
    readonly determined: { readonly result: string; readonly orderId: string | null } | null;
  }[];
}

const crown = { courtType: 'crown', courtName: 'Testville Crown Court' };

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let barnaby: string;
let victim: string;
let application: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-27 16:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  barnaby = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  victim = await protectedPerson(officer, barnaby, { given: 'Nora', family: 'Nonesuch' });
  application = await fileApplication(solicitor, barnaby, { filed: '2026-03-02', protects: [victim] });
}, 60_000);
afterAll(() => story.end());

const read = (id = application) => solicitor.reads<ApplicationSays>(`/applications/${id}`);
const page = async (id = application) => (await solicitor.sees(`/applications/${id}`)).main;
const on = (kind: string) => work(solicitor).then((all) => all.filter(({ what }) => what === kind));
const lodged = { ...crown, on: '2026-04-10', by: 'chief-officer', grounds: 'The court asked only whether she needed it' };

describe('An application', () => {
  it('is not for the Crown Court, neither its order nor an interim one', async () => {
    const draft = { ...draftJson({ made: '2026-03-20 11:00', until: '2028-03-19' }), ...crown };
    expect(await solicitor.isTold(`/applications/${application}/grant`, draft)).toBe('not-on-application');
    const interim = { ...draftJson({ made: '2026-03-20 11:00', until: '2026-06-19' }), ...crown };
    expect(await solicitor.isTold(`/applications/${application}/interim-orders`, interim)).toBe('not-on-application');
    const form = await solicitor.sees(`/applications/${application}/grant`);
    expect(form.html.querySelectorAll('select[name=courtType] option').map((one) => one.getAttribute('value'))).not.toContain('crown');
  });

  it('belongs to a court by age, which its interim order says, and why another made it', async () => {
    const other = await fileApplication(solicitor, barnaby, { filed: '2026-03-02', protects: [victim] });
    const interim = { ...draftJson({ made: '2026-03-20 11:00', until: '2026-06-19' }), courtType: 'youth' };
    expect(await solicitor.isTold(`/applications/${other}/interim-orders`, interim)).toBe('other-forum');
    const { id } = await solicitor.tells(`/applications/${other}/interim-orders`, { ...interim, otherForum: 'sent-there' });
    const shown = (await solicitor.sees(`/orders/${id}`)).main;
    expect(shown).toContain('Magistrates’ court: the respondent was not under 18 on the day of filing');
    expect(shown).toContain('Testville (youth court) made the order all the same: the court sent it there');
    const own = await makeInterim(solicitor, other, { made: '2026-03-21 11:00', until: '2026-06-19' });
    expect((await solicitor.sees(`/orders/${own}`)).main).not.toContain('all the same');
    expect(await page(other)).toContain('by a court of the other sort: the court sent it there');
    await endApplication(solicitor, other, 'withdrawn', '2026-03-22 11:00');
  });
});

describe('A refusal', () => {
  beforeAll(() => endApplication(solicitor, application, 'refused', '2026-03-27 12:00'));

  it('says until when the force can appeal, and stands on the work list of that force until then', async () => {
    expect(await page()).toContain('to be lodged by 17 Apr 2026, the earlier of 15 business days (21 Apr 2026) and 21 days (17 Apr 2026)');
    expect(await on('appeal-refusal')).toMatchObject([{ dueBy: '2026-04-17', state: 'due' }]);
    expect((await work(story.desk('legal.essex'))).filter(({ what }) => what === 'appeal-refusal')).toEqual([]);
  });

  it('is appealed by the chief officer in the Crown Court alone, by the force that applied', async () => {
    story.itIs('2026-04-11 10:00');
    const path = `/applications/${application}/appeals`;
    expect(await solicitor.isTold(path, { ...lodged, by: 'respondent' })).toBe('no-standing');
    expect(await solicitor.isTold(path, { ...lodged, courtType: 'magistrates' })).toBe('wrong-court');
    expect(await solicitor.isTold(path, { ...lodged, on: '2026-03-26' })).toBe('before-refusal');
    expect(await story.desk('legal.essex').tries(`/applications/${application}/appeal`)).toBe(403);
    expect(await officer.tries(`/applications/${application}/appeal`)).toBe(403);
    const answer = await solicitor.does(`/applications/${application}/appeal`, {
      ...{ on: day('2026-04-10'), courtName: crown.courtName, grounds: lodged.grounds },
    });
    expect(answer.main).toContain('Refused on 27 Mar 2026: an appeal waits');
    expect(await solicitor.isTold(path, { ...lodged, on: '2026-04-11' })).toBe('appealed-already');
  });

  it('stands while the appeal waits: on the page of the person, the history and the work list', async () => {
    expect(await read()).toMatchObject({ is: 'determined', determination: { outcome: 'refused' } });
    const person = await solicitor.sees(`/perpetrators/${barnaby}`);
    expect(person.main).toContain('refused; an appeal was lodged on 10 Apr 2026');
    expect(history(person).join('\n')).toContain('Appeal against the refusal lodged by the chief officer; the refusal stays as it is');
    expect(await on('appeal-refusal')).toEqual([]);
    expect(await on('appeal-waits')).toMatchObject([{ words: 'Ask the court when the appeal will be heard' }]);
    expect(await solicitor.isTold(`/applications/${application}/no-appeal`, { on: '2026-04-11', reason: 'No' })).toBe('appealed-already');
  });

  it('has a hearing of the appeal, in the court above and in no other', async () => {
    const hearing = { ...crown, purpose: 'appeal', at: '2026-06-01' };
    const path = `/applications/${application}/hearings`;
    expect(await solicitor.isTold(path, { ...hearing, courtType: 'magistrates' })).toBe('wrong-court');
    expect(await solicitor.isTold(path, { ...hearing, purpose: 'directions' })).toBe('already-determined');
    const form = await solicitor.form(`/applications/${application}/hearings/new`);
    expect(form.pairs).toContainEqual(['courtName', crown.courtName]);
    expect(form.offers('purpose')).toEqual(['appeal']);
    await solicitor.tells(path, hearing);
    expect(await on('hearing')).toMatchObject([{ dueBy: '2026-06-01' }]);
  });
});

describe('The Crown Court makes the order itself', () => {
  let order: string;
  beforeAll(async () => {
    story.itIs('2026-06-01 17:00');
    const { appeals } = await read();
    const path = `/applications/${application}/appeals/${appeals[0]?.appealId}/order`;
    const { conditions, end, respondentPresent } = { ...draftOf() };
    order = idIn(await solicitor.does(path, { made: moment('2026-06-01 14:00'), end, conditions, respondentPresent }));
  });
  const draftOf = () => ({
    end: { is: 'fixed', lastDay: day('2028-05-31') },
    conditions: [noContact, keepAway].map(({ code, wording, parameters }, nth) => ({
      ...{ number: String(nth + 1), code, wording },
      ...(parameters === undefined ? {} : { parameters }),
    })),
    respondentPresent: 'no',
  });

  it('which says so on its page, on that of the application and in the history', async () => {
    expect(await solicitor.reads(`/orders/${order}`)).toMatchObject({ kind: 'spo', court: { type: 'crown' }, applicationId: application });
    const shown = (await solicitor.sees(`/orders/${order}`)).main;
    expect(shown).toContain('on appeal against the refusal of an application');
    expect(shown).toContain('Testville Crown Court made the order on appeal');
    expect(await page()).toContain('Refused on 27 Mar 2026: order made on appeal on 1 Jun 2026');
    expect((await solicitor.sees(`/applications/${application}`)).link('The stalking protection order made on appeal')).toBe(
      `/orders/${order}`,
    );
    const lines = history(await solicitor.sees(`/perpetrators/${barnaby}`)).join('\n');
    expect(lines).toContain('Stalking protection order made on appeal against the refusal of the application');
    expect(lines).toContain('Appeal against the refusal allowed: the order was made on appeal');
    expect((await read()).appeals).toMatchObject([{ determined: { result: 'order-made', orderId: order } }]);
  });

  it('is served, notified under and asked about like any other, and cannot be appealed as made at first instance', async () => {
    expect(await on('appeal-waits')).toEqual([]);
    expect((await on('serve')).map(({ about }) => about.orderId)).toContain(order);
    await serve(officer, order, '2026-06-01 16:00');
    expect((await on('notify')).filter(({ about }) => about.orderId === order)).toMatchObject([{ dueBy: '2026-06-03' }]);
    expect((await solicitor.sees(`/orders/${order}/appeal`)).main).not.toContain('The making of the order');
  });

  it('counts once: the application as refused, with the order made on appeal said apart', async () => {
    const { total } = await uptake(manager, '?from=2026-03&to=2026-06');
    expect(total).toMatchObject({ filed: 2, granted: 0, refused: 1, grantedOnAppeal: 1, withdrawn: 1, pending: 0, full: 1 });
    expect((await manager.sees('/uptake?from=2026-03&to=2026-06')).main).toContain('Of those refused, 1 ended in an order made on appeal');
  });
});

describe('Other ends of it', () => {
  const refused = async (filed: string, at: string) => {
    const id = await fileApplication(solicitor, barnaby, { filed, protects: [victim] });
    await endApplication(solicitor, id, 'refused', at);
    return id;
  };

  it('sends the application back to be determined again, by the court below and after that day', async () => {
    story.itIs('2026-06-30 16:00');
    const id = await refused('2026-06-02', '2026-06-05 12:00');
    const { id: appealId } = await solicitor.tells(`/applications/${id}/appeals`, { ...lodged, on: '2026-06-10' });
    const outcome = { ...crown, appealId, at: '2026-06-25', result: 'remitted' };
    expect(await solicitor.isTold(`/applications/${id}/appeal-outcomes`, { ...outcome, at: '2026-06-09' })).toBe('before-lodged');
    await solicitor.does((await solicitor.sees(`/applications/${id}`)).link('record that the appeal ended without an order'), {
      ...{ at: moment('2026-06-25'), result: 'remitted', note: 'By consent' },
    });
    expect(await page(id)).toContain('Sent back on appeal on 25 Jun 2026, to be determined again');
    expect(await read(id)).toMatchObject({ is: 'pending', determination: null });
    await solicitor.does(`/applications/${id}/error`, { reason: 'Of another application' });
    expect(await page(id)).toContain('an appeal waits');
    expect(await read(id)).toMatchObject({ is: 'determined', determination: { outcome: 'refused' } });
    await solicitor.tells(`/applications/${id}/appeal-outcomes`, { ...outcome });
    expect((await uptake(manager, '?from=2026-06&to=2026-06')).total).toMatchObject({ filed: 1, refused: 0, pending: 1 });
    const granted = draftJson({ made: '2026-06-24 11:00', until: '2028-06-23' });
    expect(await solicitor.isTold(`/applications/${id}/grant`, { ...granted, courtType: 'magistrates' })).toBe('before-remitted');
    await endApplication(solicitor, id, 'refused', '2026-06-29 12:00');
    expect(await page(id)).toContain('Set aside on appeal');
    expect((await read(id)).is).toBe('determined');
  });

  it('is left as it is by the force, with why, and is asked about no more', async () => {
    const id = await refused('2026-06-02', '2026-06-26 12:00');
    const before = (await on('appeal-refusal')).length;
    await solicitor.does(`/applications/${id}/no-appeal`, { on: day('2026-06-29'), reason: 'Counsel advised against it' });
    expect(await page(id)).toContain('Kent decided on 29 Jun 2026 not to appeal: Counsel advised against it');
    expect(await on('appeal-refusal')).toHaveLength(before - 1);
    expect(history(await solicitor.sees(`/perpetrators/${barnaby}`)).join('\n')).toContain(
      'Kent decided not to appeal against the refusal',
    );
  });
});

describe('An order that the court above changed', () => {
  let order: string;
  let appealId: string;
  const farAway = {
    ...{ code: 'AP-DIST', wording: 'Not to come knowingly within 300 metres of the protected person', parameters: { metres: '300' } },
  };
  beforeAll(async () => {
    story.itIs('2026-08-03 10:00');
    const sealed = { made: '2026-07-01 11:00', until: '2028-06-30', conditions: [noContact, farAway] };
    order = (await obtain(solicitor, barnaby, { filed: '2026-06-30', sealed, protects: [victim] })).orderId;
    await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-07-10'), by: 'respondent', against: 'making' });
    const { appeals } = await solicitor.reads<{ appeals: { appealId: string }[] }>(`/orders/${order}`);
    appealId = appeals[0]?.appealId ?? '';
  });

  it('has its appeal heard by that court and by no other, in words', async () => {
    const hearing = { courtType: 'magistrates', courtName: 'Testville', purpose: 'appeal', at: '2026-08-03' };
    expect(await solicitor.isTold(`/orders/${order}/hearings`, hearing)).toBe('wrong-court');
    await solicitor.tells(`/orders/${order}/hearings`, { ...hearing, ...crown });
    const determine = `/orders/${order}/appeals/${appealId}/determine`;
    expect((await solicitor.form(determine)).offers('courtType').filter((court) => court !== '')).toEqual(['crown']);
    const elsewhere = { appealId, courtType: 'high', courtName: 'London', at: '2026-08-03', outcome: 'quashed' };
    expect(await solicitor.isTold(`/orders/${order}/appeal-outcomes`, elsewhere)).toBe('wrong-court');
  });

  it('opens the form for its words from the outcome, filled in from the appeal, and asks for them until they are recorded', async () => {
    const form = await solicitor.does(`/orders/${order}/appeals/${appealId}/determine`, outcome('varied'));
    expect(form.at).toMatch(new RegExp(`^/orders/${order}/vary\\?appeal=${appealId}`));
    expect([form.value('appeal'), form.value('onApplicationOf'), form.value('courtName')]).toEqual([
      appealId,
      'respondent',
      crown.courtName,
    ]);
    expect(form.html.querySelector('input[type=radio][name=onApplicationOf]')).toBeNull();
    expect(await on('appeal-words')).toMatchObject([
      { words: 'Record how the court worded the order on appeal', about: { orderId: order } },
    ]);
    expect((await solicitor.sees(`/orders/${order}`)).link('Record what the court ordered')).toBe(
      `/orders/${order}/vary?appeal=${appealId}`,
    );
    const breach = await reportBreach(officer, barnaby, { when: '2026-08-03 09:45', kinds: ['approach'] }, [farAway.wording]);
    const { main } = await officer.sees(`/breaches/${breach}`);
    expect(main).toContain(
      'A court had changed the words of the order on an appeal by then, and its words were not recorded when this was',
    );
    await solicitor.does(`/orders/${order}/vary?appeal=${appealId}`, {
      effective: moment('2026-08-03 12:00'),
      changes: [
        {},
        { change: 'reworded', wording: 'Not to come knowingly within 100 metres of the protected person', parameters: { metres: '100' } },
      ],
    });
    expect(await on('appeal-words')).toEqual([]);
    const shown = await solicitor.sees(`/orders/${order}`);
    expect(shown.main).not.toContain('New wording not recorded');
    expect(shown.main).toContain('within 100 metres');
    const lines = history(await solicitor.sees(`/perpetrators/${barnaby}`)).join('\n');
    expect(lines).toContain('Order changed on appeal');
  });

  const outcome = (result: string) => ({ ...crown, at: moment('2026-08-03 09:30'), outcome: result });
});
