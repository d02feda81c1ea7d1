import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach, tellWhen, whatWasBreached } from './support/breaches.js';
import { instant, moment } from './support/days.js';
import { Form } from './support/form.js';
import { momentJson, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, history } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

const highStreet = 'Not to enter High Street, Testville';
const centre = 'Not to enter Testville centre, within the ring road';

interface Versioned {
  readonly conditions: readonly {
    readonly conditionId: string;
    readonly versions: readonly { readonly versionId: string; readonly wording: string }[];
  }[];
  readonly variations: readonly { readonly variationId: string; readonly known: { readonly shownBy: string } }[];
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let quentin: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [{ code: 'EX-AREA', wording: highStreet }] };
  order = (await obtain(solicitor, quentin, { filed: '2026-05-14', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');

  story.itIs('2026-07-03 14:20');
  await solicitor.does(`/orders/${order}/vary`, {
    ...{ courtName: 'Testville', effective: moment('2026-07-03 14:00'), onApplicationOf: 'chief-officer', respondentPresent: 'no' },
    changes: [{ change: 'reworded', wording: centre }],
    reason: 'He waits in the side streets',
  });
  story.itIs('2026-07-03 17:00');
}, 60_000);
afterAll(() => story.end());

const sighting = (when: string) => ({ when, kinds: ['area'] });
const offered = async (when: string) => (await whatWasBreached(officer, quentin, sighting(when))).choices.map(({ words }) => words);
const read = () => officer.reads<Versioned>(`/orders/${order}`);
/** What the API is sent to allege version 1 or 2 of the condition. */
async function key(version: 1 | 2): Promise<string> {
  const [condition] = (await read()).conditions;
  return `${order}/${condition?.conditionId}/${condition?.versions[version - 1]?.versionId}`;
}
const report = async (version: 1 | 2, when: object) => ({
  ...when,
  ...{
    kinds: ['area'],
    account: 'Seen by the fountain',
    reasonableExcuse: 'not-asked',
    reporter: 'witness',
    alleging: [await key(version)],
  },
});

describe('Scenario 3: an area widened by an order of 3 July 2026 at 14:00', () => {
  it('keeps both wordings, each with its time, side by side', async () => {
    const page = await officer.sees(`/orders/${order}`);
    expect(page.main).toContain('These words since 3 Jul 2026 at 14:00');
    expect(page.main).toContain('Version 1, from 14 May 2026 at 10:00 to 3 Jul 2026 at 14:00');
    expect([page.all('del').join(' '), page.all('ins').join(' ')]).toEqual([
      expect.stringContaining('High'),
      expect.stringContaining('ring road'),
    ]);
    expect((await read()).conditions).toMatchObject([{ versions: [{ wording: highStreet }, { wording: centre }] }]);
  });

  it('was no breach to be in the wider area at 11:00 that day: only the old words bound then', async () => {
    const then = await whatWasBreached(officer, quentin, sighting('2026-07-03 11:00'));
    expect(then.choices.map(({ words }) => words)).toEqual([highStreet]);
    const kept = await then.keep();
    expect(kept.main).toContain('Kept on the history. No breach is alleged.');
    expect(kept.main).toContain('not alleged to be a breach');
    expect(kept.main).not.toContain(centre);
    expect(await officer.isTold(`/perpetrators/${quentin}/breaches`, await report(2, { at: instant('2026-07-03 11:00') }))).toBe(
      'wording-came-later',
    );
  });

  it('was a breach at 15:00; nothing shows yet that he knew of the variation, and that is asked for', async () => {
    const then = await whatWasBreached(officer, quentin, sighting('2026-07-03 15:00'));
    expect(then.choices).toEqual([{ key: await key(2), words: centre, ticked: true }]);
    expect(then.page.main).toContain('Nothing shows that this wording was known of then');
    const saved = await then.save();
    expect(saved.main).toContain(centre);
    expect(saved.main).toContain('Find what shows that the person knew of the order');
    expect(await officer.reads(`/breaches/${idIn(saved)}`)).toMatchObject({ awarenessToShow: true, status: { is: 'alleged' } });
    expect(answer(await officer.sees(`/perpetrators/${quentin}`)).words).toContain(
      'Varied on 3 Jul 2026 at 14:00: not known whether the respondent knows of it',
    );
    const card = await officer.sees(`/perpetrators/${quentin}/card`);
    expect(card.find('.ow-answer--not-known h2')).toContain('varied: not known whether the respondent knows');
    expect(card.all('.govuk-tag--yellow')).toEqual(['Varied on 3 Jul 2026 at 14:00: not known whether the respondent knows of it']);
    expect(await officer.isTold(`/perpetrators/${quentin}/breaches`, await report(1, { at: instant('2026-07-03 15:00') }))).toBe(
      'wording-was-replaced',
    );
  });

  it('is a breach without that question once it is shown that he was told at 14:30', async () => {
    const [variation] = (await read()).variations;
    await officer.tells(`/orders/${order}/awareness`, {
      ...{ document: variation?.variationId, at: momentJson('2026-07-03 14:30'), basis: 'told', detail: 'Told on the steps of the court' },
    });
    const then = await whatWasBreached(officer, quentin, sighting('2026-07-03 15:30'));
    expect(then.page.main).not.toContain('Nothing shows that this wording was known of then');
    expect(await officer.reads(`/breaches/${idIn(await then.save())}`)).toMatchObject({
      awarenessToShow: false,
      allegations: [{ wording: centre, offenceCode: 'ST19001' }],
    });
  });

  it('needs the time on that day', async () => {
    const then = await whatWasBreached(officer, quentin, sighting('2026-07-03'));
    expect(then.choices).toEqual([]);
    expect(then.page.main).toContain('the exact day or time is needed: Stay out of an area');
    for (const version of [1, 2] as const)
      expect(await officer.isTold(`/perpetrators/${quentin}/breaches`, await report(version, { on: '2026-07-03' }))).toBe('time-needed');
    expect(await offered('2026-07-02')).toEqual([highStreet]);
    expect(await offered('2026-07-03 13:59')).toEqual([highStreet]);
    expect(await offered('2026-07-03 14:00')).toEqual([centre]);
  });
});

describe('A sighting in High Street on 8 June, reported in August', () => {
  it('pins the first wording, for good', async () => {
    story.itIs('2026-08-11 10:00');
    const late = await reportBreach(officer, quentin, { ...sighting('2026-06-08 12:15'), account: 'By the bakery in High Street' });
    const page = await officer.sees(`/breaches/${late}`);
    expect(page.find('blockquote')).toBe(highStreet);
    const [condition] = (await read()).conditions;
    expect(await officer.reads(`/breaches/${late}`)).toMatchObject({ awarenessToShow: false, allegations: [{ wording: highStreet }] });
    expect(page.all('.ow-wording').join()).not.toContain(centre);
    expect(history(await officer.sees(`/perpetrators/${quentin}`)).find((line) => line.includes('8 Jun 2026'))).toContain(
      'recorded 64 days later',
    );
    story.itIs('2026-08-12 10:00');
    await solicitor.does(`/orders/${order}/vary`, {
      ...{ courtName: 'Testville', effective: moment('2026-08-12 09:30'), onApplicationOf: 'respondent', respondentPresent: 'yes' },
      changes: [{ change: 'reworded', wording: 'Not to enter Testville' }],
    });
    expect((await officer.sees(`/breaches/${late}`)).find('blockquote')).toBe(highStreet);
    expect(condition?.versions).toHaveLength(2);
  });

  it('asks on the first page for what it needs and keeps what was told', async () => {
    const first = await tellWhen(officer, quentin, { when: '2026-08-13', kinds: ['area'] });
    expect([first.status, first.heading, first.errors]).toEqual([400, 'Report a breach', [expect.stringContaining('future')]]);
    expect(first.value('on[day]')).toBe('13');
  });
});

describe('A sighting on the day of a variation whose hour nobody recorded', () => {
  const before = 'Not to enter Testville';
  const after = 'Not to enter Testville or Assizeham';
  const whenIn = '2026-09-01 15:00';
  let breach: string;

  it('offers both wordings, each with what must be true of it, and ticks neither', async () => {
    story.itIs('2026-09-01 17:00');
    await solicitor.does(`/orders/${order}/vary`, {
      ...{ courtName: 'Testville', effective: moment('2026-09-01'), onApplicationOf: 'respondent', respondentPresent: 'yes' },
      changes: [{ change: 'reworded', wording: after }],
    });
    const then = await whatWasBreached(officer, quentin, sighting(whenIn));
    expect(then.choices.map(({ words, ticked }) => [words, ticked])).toEqual([
      [before, false],
      [after, false],
    ]);
    expect(then.page.main).toContain('nobody knows whether before or after it happened');
    expect(then.page.main).not.toContain('the exact day or time is needed');
    expect(then.page.all('.govuk-checkboxes__hint')).toEqual([
      expect.stringContaining('In force if the order was changed only after it happened'),
      expect.stringContaining('In force if the variation was made before it happened'),
    ]);
    await expect(then.save([before, after])).rejects.toThrow('Only one wording of a condition can have been in force');
  });

  it('pins the wording that the officer chooses and asks a person to look', async () => {
    const saved = await (await whatWasBreached(officer, quentin, sighting(whenIn))).save([before]);
    breach = idIn(saved);
    expect(saved.find('blockquote')).toBe(before);
    expect(saved.main).toContain('The wording alleged was chosen');
    expect(saved.main).toContain('Review the breach in the light of what changed');
  });

  it('pins the other wording when a reviewer finds out the hour', async () => {
    const { flags } = await solicitor.reads<{ flags: { flagId: string; is: string }[] }>(`/breaches/${breach}`);
    const chosen = flags.find(({ is }) => is === 'wording-uncertain');
    const path = `/breaches/${breach}/flags/${chosen?.flagId}`;
    const form = await solicitor.sees(path);
    const keys = form.html.querySelectorAll('input[name=wording]').map((radio) => radio.getAttribute('value') ?? '');
    expect(keys).toHaveLength(2);
    const decided = { decision: 'other-wording', note: 'The court sat at ten in the morning' };
    expect(await solicitor.isRefused(path, decided)).toEqual([expect.stringContaining('Select the wording that you allege instead')]);
    const page = await solicitor.does(path, { ...decided, wording: keys[1] ?? '' });
    expect(page.all('blockquote')).toEqual([before, after]);
    expect(await solicitor.reads(`/breaches/${breach}`)).toMatchObject({
      allegations: [
        { wording: before, withdrawn: 'The court sat at ten in the morning' },
        { wording: after, withdrawn: null },
      ],
    });
  });
});

describe('A message of which nobody can say whether it came before the variation', () => {
  const told = { when: '2026-07-01', until: '2026-07-09', kinds: ['area'] };

  it('is asked for its day, and may be reported all the same when nobody can say', async () => {
    const asked = await tellWhen(officer, quentin, told);
    expect(asked.main).toContain('the exact day or time is needed: Stay out of an area');
    const client = await officer.client();
    const form = await new Form(client, `/perpetrators/${quentin}/breaches/new`, asked).fill({
      account: 'As told, on some day of that week',
    });
    const page = await form.press('Nobody can say more exactly: show what may have been in force');
    expect(page.main).toContain('nobody can say more exactly');
    expect(page.main).toContain('As told, on some day of that week');
    const boxes = page.html.querySelectorAll('input[name=alleging]');
    expect(boxes.map((box) => [page.find(`label[for="${box.id}"]`), box.hasAttribute('checked')])).toEqual([
      [highStreet, false],
      [centre, false],
    ]);
    const alleging = boxes[1]?.getAttribute('value') ?? '';
    const save = await new Form(client, `/perpetrators/${quentin}/breaches/new`, page).fill({
      alleging: [alleging],
      reporter: 'protected-person',
    });
    const saved = await client.get((await save.press('Save as a breach')).location);
    expect(saved.find('blockquote')).toBe(centre);
    expect(saved.main).toContain('nobody can say more exactly');
    expect(saved.main).toContain('The wording alleged was chosen');
  });
});
