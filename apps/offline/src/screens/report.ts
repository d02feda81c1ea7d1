import type { ContactKind, Occurred } from '#breaches';
import { kindWords, whenTold } from '#breaches';
import { addDays, formatDateShort, type Instant, type LocalDate, londonDate } from '#calendar';
import type { OfflinePerson } from '#histories';
import { now } from '../device/clock.js';
import type { Typed } from '../device/drafts.js';
import { reportsOf } from '../device/reports.js';
import type { Carried, Screen } from './carried.js';
import { choices, complain, field, h, valueOf, valuesOf } from './markup.js';
import { readHere, withReadings } from './read-here.js';
import { type Answered, whatScreen } from './report-what.js';
import { standingLines, waitingLines } from './standing.js';
import { fillIn, typedIn, Typing, whenMeant } from './typing.js';

/** What the first step was answered, as the form of the service asks it. */
export interface WhenAnswers {
  readonly when: 'now' | 'today' | 'yesterday' | 'other';
  readonly occurred: Occurred;
  readonly which: 'earlier' | 'later' | null;
  readonly kinds: readonly ContactKind[];
}

type Show = (screen: Screen) => void;

/** The first step of a report: when and what. The second is shown in its place. What was begun before is taken up where it was left. */
export async function reportScreen(carried: Carried, asCarried: OfflinePerson, show: Show, saved: () => void): Promise<Screen> {
  const opened = await now();
  const readings = readHere(await reportsOf(carried.userId, carried.key), asCarried);
  const person = withReadings(asCarried, readings, opened);
  const shownOn = londonDate(opened);
  const typing = await Typing.of(carried, person);
  const again = typing.line(() => void reportScreen(carried, asCarried, show, saved).then(show));
  const today = field('todayAt', 'Time', { type: 'time', classes: 'govuk-input--width-10' });
  const before = field('yesterdayAt', 'Time yesterday, if it is known', { type: 'time', classes: 'govuk-input--width-10' });
  const other = h(
    'div',
    {},
    field('on', 'Which day?', { type: 'date', classes: 'govuk-input--width-10' }),
    field('time', 'Time, if it is known', { type: 'time', classes: 'govuk-input--width-10' }),
    field('until', 'Last day, if it went on over several days', { type: 'date', classes: 'govuk-input--width-10' }),
  );
  const which = choices('radio', 'which', 'The clocks went back that night. Which was it?', [
    { value: 'earlier', text: 'The earlier (summer time)' },
    { value: 'later', text: 'The later (winter time)' },
  ]);
  which.hidden = true;
  const standing = h('div', { role: 'status' });
  const tiles = Object.entries(kindWords).map(([value, text]) => ({ value, text }));
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    h('p', { class: 'govuk-caption-l' }, person.name),
    again,
    waitingLines(person, 'report'),
    choices('radio', 'when', 'When did it happen?', [
      { value: 'now', text: 'Now', checked: true },
      { value: 'today', text: `Earlier today, ${formatDateShort(shownOn)}`, inside: today },
      { value: 'yesterday', text: `Yesterday, ${formatDateShort(addDays(shownOn, -1))}`, inside: before },
      { value: 'other', text: 'Another day', inside: other },
    ]),
    which,
    standing,
    h('div', { class: 'ow-tiles' }, choices('checkbox', 'kinds', 'What happened?', tiles)),
    h('button', { type: 'submit', class: 'govuk-button' }, 'Continue'),
  );
  // As soon as a time is stated: which orders were not in force then, and why.
  form.addEventListener('change', () => void say());
  if (typing.before) {
    fillIn(form, whenMeant(typing.before, opened, true));
    which.hidden = valueOf(form, 'which') === '';
  }
  void say();
  typing.follow(form, () => ({ shownOn, typed: typedIn(form) }));
  const here: Screen = { title: 'Report a breach', content: [form] };
  let then = typing.before?.then?.typed ?? {};
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void next();
  });
  let answered = typing.before?.then?.answered as Answered | undefined;
  let isSecond = answered !== undefined;
  // Each step is one of the browser's own: Back from the second leads to the first.
  if (isSecond) toSecond();
  globalThis.addEventListener('popstate', moved);
  return answered ? second(answered) : here;

  function moved(): void {
    if (!location.hash.startsWith('#report/')) return globalThis.removeEventListener('popstate', moved);
    if (isSecond && !isAtSecond()) back();
    else if (!isSecond && isAtSecond() && answered) {
      isSecond = true;
      show(second(answered));
    }
  }

  function back(): void {
    // Who it was done to, and what was breached, follow from when and what.
    const { alleging: _, people: __, ...rest } = then;
    then = rest;
    isSecond = false;
    show(here);
  }

  function second(answers: Answered): Screen {
    const keep = (typed: Typed) => {
      then = typed;
      return typing.keep({ shownOn, typed: typedIn(form), then: { answered: answers, typed } });
    };
    return whatScreen({
      carried,
      person,
      readings,
      when: answers,
      begun: { id: typing.id, typed: then, keep, again: () => again },
      back: () => (isAtSecond() ? history.back() : back()),
      nobodyKnows: () => {
        // Which wordings there are to select from is another question now.
        const { alleging: _, ...rest } = then;
        then = rest;
        const vague = { ...answers, occurred: { ...answers.occurred, narrowest: true as const } };
        void typing.keep({ shownOn, typed: typedIn(form), then: { answered: vague, typed: then } });
        answered = vague;
        show(second(vague));
      },
      saved: end,
    });
  }

  function end(): void {
    globalThis.removeEventListener('popstate', moved);
    typing.end();
    saved();
  }

  async function say(): Promise<void> {
    const at = await now();
    const occurred = whenTold({ ...answersIn(form, shownOn, at), kinds: [] }, at, person.dateOfBirth);
    standing.replaceChildren(...('field' in occurred ? [] : standingLines(person, occurred, at)));
  }

  async function next(): Promise<void> {
    const kinds = valuesOf(form, 'kinds') as ContactKind[];
    const at = await now();
    const told = answersIn(form, shownOn, at);
    const occurred = whenTold({ ...told, kinds }, at, person.dateOfBirth);
    const problems = [
      ...('field' in occurred ? [occurred] : []),
      ...(kinds.length === 0 ? [{ field: 'kinds', text: 'Select what happened' }] : []),
    ];
    which.hidden = !problems.some(({ field: id }) => id === 'which') && told.which === undefined;
    complain(form, problems);
    if ('field' in occurred || problems.length > 0) return;
    const answers: WhenAnswers = { when: told.when, occurred, which: told.which ?? null, kinds };
    answered = { ...answers, at };
    const screen = second(answered);
    await typing.keep({ shownOn, typed: typedIn(form), then: { answered: { ...answers, at }, typed: then } });
    isSecond = true;
    toSecond();
    show(screen);
  }
}

const SECOND = 'second-step';

function isAtSecond(): boolean {
  return (history.state as { readonly step?: unknown } | null)?.step === SECOND;
}

function toSecond(): void {
  if (!isAtSecond()) history.pushState({ step: SECOND }, '');
}

/** `shownOn`: what the screen calls today. Its days have their dates beside them, and stay those when midnight passes while it is open. */
function answersIn(form: HTMLElement, shownOn: LocalDate, at: Instant): Omit<Parameters<typeof whenTold>[0], 'kinds'> {
  const given = (name: string) => valueOf(form, name) || undefined;
  const when = (given('when') ?? 'now') as WhenAnswers['when'];
  const which = given('which') as 'earlier' | 'later' | undefined;
  const [todayAt, yesterdayAt] = [given('todayAt'), given('yesterdayAt')];
  if (when === 'now') return { when };
  if (when === 'other') return { when, on: given('on'), time: given('time'), until: given('until'), which };
  if (londonDate(at) === shownOn) return { when, todayAt, yesterdayAt, which };
  return when === 'today'
    ? { when: 'other', on: shownOn, time: todayAt, which }
    : { when: 'other', on: addDays(shownOn, -1), time: yesterdayAt, which };
}
