import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrest, next, reportBreach, tellWhen, whatWasBreached } from './support/breaches.js';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history, uptake, work } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let otto: string;
let victim: string;
let breach: string;
let publishedFigures: unknown;
let publishedPage: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  otto = await perpetrator(officer, { given: 'Otto', family: 'Samplewright', born: '1986-02-03' });
  victim = await protectedPerson(officer, otto, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13' };
  const { orderId } = await obtain(solicitor, otto, { filed: '2026-05-01', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-05-14 15:00');

  story.itIs('2026-09-30 18:00');
  publishedFigures = (await uptake(manager, '?from=2026-05&to=2026-09&at=2026-09-30')).breached;
  publishedPage = (await officer.sees(`/perpetrators/${otto}`)).main;

  story.itIs('2026-11-02 11:00');
  const told = { when: '2026-08-31 19:15', kinds: ['message'], reported: '2026-09-14 16:20', channel: 'in-person' };
  breach = await reportBreach(officer, otto, { ...told, account: 'A message to her sister’s phone' });
}, 60_000);
afterAll(() => story.end());

describe('Scenario 11: a contact of 31 August 2026, told on 14 September, keyed on 2 November', () => {
  it('keeps three times apart', async () => {
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({
      occurred: { on: '2026-08-31', at: '2026-08-31T18:15:00.000Z' },
      reportedAt: '2026-09-14T15:20:00.000Z',
      recordedAt: '2026-11-02T11:00:00.000Z',
      recordedLate: 49,
    });
    const page = await officer.sees(`/breaches/${breach}`);
    expect(page.heading).toBe('Message, 31 Aug 2026 at 19:15');
    expect(page.main).toMatch(/Reported 14 Sep 2026 at 16:20, told an officer/);
    expect(page.main).toMatch(/Recorded 2 Nov 2026 at 11:00, 49 days after the report/);
  });

  it('says in the history that it was recorded late', async () => {
    const line = history(await officer.sees(`/perpetrators/${otto}`)).find((one) => one.includes('Breach alleged'));
    expect(line).toContain('31 Aug 2026 at 19:15');
    expect(line).toContain('recorded 63 days later');
  });

  it('shows what was known on a past day, as it was shown then', async () => {
    const now = await officer.sees(`/perpetrators/${otto}`);
    expect(counts(now)['incident alleged as breach']).toBe('1 1 alleged');
    const then = await officer.sees(`/perpetrators/${otto}?asKnownOn=2026-09-30`);
    expect(then.main).toContain('As known at the end of 30 Sep 2026');
    expect((await officer.sees(`/perpetrators/${otto}?asKnownOn=2020-01-01`)).heading).toBe('Not recorded yet on that day');
    expect(counts(then)['incidents alleged as breach']).toBe('0');
    expect(history(then).every((line) => publishedPage.includes(line))).toBe(true);
    expect(history(then).join('\n')).not.toContain('Breach alleged');
    expect(answer(then).heading).toBe('1 order in force');
    const actions = ['Report a breach', 'Add a photograph', 'Add an alias', 'Open a case'];
    expect(actions.filter((action) => now.main.includes(action))).toEqual(actions);
    expect(actions.filter((action) => then.main.includes(action))).toEqual([]);
    expect(counts(await officer.sees(`/perpetrators/${otto}?asKnownOn=2026-11-02`))['incident alleged as breach']).toBe('1 1 alleged');
    expect(await officer.reads(`/perpetrators/${otto}/history?asKnownOn=2026-11-01`)).toMatchObject({ asKnownOn: '2026-11-01' });
  });

  it('restates the figures of a past day with what has become known since', async () => {
    expect(publishedFigures).toContainEqual(expect.objectContaining({ kind: 'spo', made: 1, breached: 0 }));
    expect((await uptake(manager, '?from=2026-05&to=2026-09&at=2026-09-30')).breached).toContainEqual(
      expect.objectContaining({ kind: 'spo', made: 1, breached: 1, breachedKnowing: 1 }),
    );
    expect((await uptake(manager, '?from=2026-05&to=2026-09&at=2026-08-30')).breached).toContainEqual(
      expect.objectContaining({ kind: 'spo', made: 1, breached: 0 }),
    );
  });

  it('reproduces the figures as they were published', async () => {
    const then = await uptake(manager, '?from=2026-05&to=2026-09&at=2026-09-30&asKnownOn=2026-09-30');
    expect(then.breached).toEqual(publishedFigures);
  });

  it('tells the victim by the clock of the arrest, not by the day of the contact', async () => {
    expect((await work(officer)).filter(({ what }) => what === 'tell-victim')).toEqual([]);
    // What happens next is told from the recording, everywhere by the same day.
    expect(next(await officer.sees(`/breaches/${breach}`))[0]).toBe('Tell Nora Nonesuch what happens next by the end of 3 Nov 2026');
    expect(await work(officer)).toContainEqual(expect.objectContaining({ what: 'tell-victim-next', dueBy: '2026-11-03', state: 'due' }));
    const { waiting } = await officer.reads<{ waiting: readonly object[] }>(`/protected-people/${victim}/told`);
    expect(waiting).toContainEqual(expect.objectContaining({ what: 'the decision on the report', due: '2026-11-03', late: false }));
    story.itIs('2026-11-06 22:30');
    await arrest(officer, breach, '2026-11-06 22:10');
    expect(next(await officer.sees(`/breaches/${breach}`)).join('\n')).toMatch(/Tell .* of the arrest by the end of 9 Nov 2026/);
    expect(await work(officer)).toContainEqual(
      expect.objectContaining({ what: 'tell-victim', words: 'Tell the victim of the arrest', dueBy: '2026-11-09', state: 'due' }),
    );
  });
});

describe('A contact of 25 October 2026 at 01:30, when that hour came twice', () => {
  beforeAll(() => story.itIs('2026-11-10 09:00'));

  it('asks on which side of the clock change it was, and keeps the answers', async () => {
    const told = { when: '2026-10-25 01:30', kinds: ['call'] };
    const asked = await tellWhen(officer, otto, told);
    expect([asked.status, asked.errors]).toEqual([400, [expect.stringContaining('The clocks went back that night')]]);
    expect(asked.value('time')).toBe('01:30');
    const at = async (which: 'earlier' | 'later') => {
      const saved = await (await whatWasBreached(officer, otto, { ...told, which })).save();
      return (await officer.reads<{ occurred: { at: string } }>(`/breaches/${idIn(saved)}`)).occurred.at;
    };
    expect(await at('earlier')).toBe('2026-10-25T00:30:00.000Z');
    expect(await at('later')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('asks machines too', async () => {
    const call = { on: '2026-10-25', time: '01:30', kinds: ['call'], reporter: 'protected-person', account: 'A call', keep: true };
    const reason = await officer.isTold(`/perpetrators/${otto}/breaches`, call);
    expect(reason).toBe('ambiguous-hour');
    await officer.tells(`/perpetrators/${otto}/breaches`, { ...call, which: 'later' });
  });
});
