import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationUsers } from '#access/module';
import { reportBreach } from './support/breaches.js';
import { eventually } from './support/eventually.js';
import { obtain, serve } from './support/orders.js';
import { handOver, perpetrator, protectedPerson } from './support/people.js';
import { answer } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

const contact = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };
const area = { code: 'EX-AREA', wording: 'Not to enter Exampleford', parameters: { area: 'Exampleford' } };

let story: Story;
let kent: Desk;
let kentOfficer: Desk;
let gwent: Desk;
let silas: string;
let nora: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [kent, kentOfficer, gwent] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('officer.gwent')];
  silas = await perpetrator(kentOfficer, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
  nora = await protectedPerson(kentOfficer, silas, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900071' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [contact, area] };
  order = (await obtain(kent, silas, { filed: '2026-05-14', sealed, protects: [nora] })).orderId;
  await serve(kentOfficer, order, '2026-05-14 15:00');
}, 60_000);
afterAll(() => story.end());

interface Row {
  readonly taskId: string;
  readonly owner: string | null;
  readonly what: string;
  readonly dueBy: string;
  readonly why: string;
  readonly next: { readonly href: string };
}
interface Told {
  readonly what: string;
  readonly about: { readonly href: string } | null;
}
const workOf = async (desk: Desk, kind = 'follow-move'): Promise<Row[]> => {
  const parts = await desk.reads<Record<string, { readonly items: readonly Row[] }>>('/work');
  return Object.values(parts).flatMap(({ items }) => (items ?? []).filter(({ what }) => what === kind));
};
const idOf = (userName: string) => demonstrationUsers.find((user) => user.userName === userName)?.id ?? '';
const page = async (desk: Desk) => (await desk.sees(`/orders/${order}`)).main;
const moved = 'A protected person has moved: an area does not follow';

describe('Scenario 7: the protected person moves to another force', () => {
  it('leaves nothing behind while she is where she was', async () => {
    expect(await page(kent)).not.toContain(moved);
  });

  it('keeps her with the force that asks until the other accepts, which is asked in a task and told', async () => {
    const asked = await kent.does(`/protected-people/${nora}/safeguarding`, { to: '61' });
    expect(asked.main).toContain('Kent Police asked Gwent Police on 14 May 2026 to look after them: not answered yet');
    expect(await kent.tries(`/protected-people/${nora}/contact`)).toBe(200);
    const [task, ...more] = await workOf(gwent, 'answer-handover');
    expect([task?.dueBy, more]).toEqual(['2026-05-15', []]);
    expect(await workOf(kent, 'answer-handover')).toEqual([]);
    const { items } = await eventually(
      () => gwent.reads<{ items: readonly Told[] }>('/alerts'),
      (told) => told.items.length > 0,
    );
    expect(items.map(({ what, about }) => [what, about?.href])).toEqual([
      ['Kent: asks your force to look after a protected person', task?.next.href],
    ]);
    expect((await gwent.sees(task?.next.href ?? '')).main).toContain('NONESUCH, Nora');
    expect((await gwent.sees(`/protected-people/${nora}/handover`)).main).not.toContain('07700');
    for (const path of ['/contact', '/contact/change', '/correct'])
      expect([path, await gwent.tries(`/protected-people/${nora}${path}`)]).toEqual([path, 404]);
    expect(await story.desk('officer.essex').tries(`/protected-people/${nora}/handover`)).toBe(404);
  });

  it('is taken back by the force that asked, declined with a reason by the other, and neither leaves a task', async () => {
    await gwent.isTold(`/protected-people/${nora}/handover`, { answer: 'withdraw' });
    expect(await kent.isTold(`/protected-people/${nora}/safeguarding`, { to: '42' })).toBe('handover-waits');
    await kent.does(`/protected-people/${nora}/handover`, {});
    expect(await workOf(gwent, 'answer-handover')).toEqual([]);
    await kent.does(`/protected-people/${nora}/safeguarding`, { to: '61' });
    expect(await gwent.isRefused(`/protected-people/${nora}/handover`, { answer: 'decline' })).toEqual([
      'Select why your force does not accept',
    ]);
    const declined = await gwent.does(`/protected-people/${nora}/handover`, { answer: 'decline', because: 'speak-first' });
    expect(declined.main).not.toContain('Nora');
    expect(await workOf(gwent, 'answer-handover')).toEqual([]);
    expect((await kent.sees(`/protected-people/${nora}`)).main).toContain('declined. Speak to us before you ask again');
    const { items } = await eventually(
      () => kent.reads<{ items: readonly Told[] }>('/alerts'),
      (told) => told.items.length > 0,
    );
    expect(items.map(({ what }) => what)).toEqual(['Gwent: declined to look after a protected person']);
  });

  it('leaves the order in force with all its conditions, and an area that does not follow her', async () => {
    await handOver(kent, gwent, '61', nora);
    expect(await workOf(gwent, 'answer-handover')).toEqual([]);
    expect(await kent.tries(`/protected-people/${nora}/contact`)).toBe(404);
    expect(await gwent.tries(`/protected-people/${nora}/contact`)).toBe(200);
    expect(answer(await gwent.sees(`/perpetrators/${silas}`)).heading).toContain('in force');
    const shown = await page(kent);
    expect(shown).toContain(moved);
    expect(shown).toContain('Looked after by Gwent now');
    expect(shown).toContain('condition 2 names a place that stays where it was');
    expect(shown).toContain(contact.wording);
  });

  it('puts what she is to be told on the list of the force that can reach her, which records it', async () => {
    story.itIs('2026-05-14 18:00');
    const breach = await reportBreach(kentOfficer, silas, { when: '2026-05-14 17:30', kinds: ['message'] }, [contact.wording]);
    const told = async (desk: Desk) => [...(await workOf(desk, 'tell-victim-next')), ...(await workOf(desk, 'tell-victim'))];
    const [row] = await told(gwent);
    expect([row?.next.href, row?.why]).toEqual([
      `/protected-people/${nora}/told`,
      expect.stringContaining('Your force has looked after them since it took them over'),
    ]);
    const here = 'is looked after by Gwent now. Ask Gwent to tell them what they are to be told';
    for (const path of ['', '/tell-victim']) expect((await kentOfficer.sees(`/breaches/${breach}${path}`)).main).toContain(here);
    expect((await gwent.sees(`/breaches/${breach}`)).main).not.toContain(here);
    expect((await kentOfficer.sees('/work')).main).toContain('The force that looks after them now: ask it to tell them');
    await gwent.tells('/work/assign', { task: [row?.taskId], owner: idOf('officer.gwent') });
    expect(await told(gwent)).toMatchObject([{ owner: idOf('officer.gwent') }]);
    const telling = {
      protectedPersonId: nora,
      of: 'report-decision',
      decision: 'told',
      channel: 'phone-call',
      at: '2026-05-14T17:00:00Z',
      role: 'victim-liaison',
    };
    await gwent.tells(`/breaches/${breach}/tell-victim`, telling);
    expect([await told(gwent), await told(kentOfficer)]).toEqual([[], []]);
  });

  it('asks the force that keeps the order for a variation, and tells the other that it can', async () => {
    expect(await page(gwent)).toContain('Kent keeps the order and can ask the court to vary it');
    const toAsk = await workOf(kent);
    expect(toAsk.map(({ dueBy, why }) => [dueBy, why])).toEqual([['2026-05-21', expect.stringContaining('Our rule')]]);
    expect(await workOf(gwent)).toEqual([]);
    const link = (await kent.sees(`/orders/${order}`)).link('Ask the court to vary the order');
    expect(await kent.tries(link)).toBe(200);
    await kent.does(toAsk[0]?.next.href ?? '', { reason: 'She lives in Gwent now' });
    expect(await workOf(kent)).toEqual([]);
    expect(await page(kent)).toContain('A variation is being prepared');
  });
});
