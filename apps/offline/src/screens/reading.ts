import { whenTold } from '#breaches';
import { formatDateTime, type Instant, londonDate } from '#calendar';
import { Refusal } from '#event-sourcing';
import type { OfflinePerson } from '#histories';
import {
  type CannotReadOut,
  conditionAloud,
  dutyAloud,
  kindRule,
  linesAloud,
  type MadeOrder,
  momentOf,
  notifyBy,
  readOutOrder,
  saidBeforeReading,
  toBeRead,
} from '#orders';
import { now } from '../device/clock.js';
import { saving } from '../device/drafts.js';
import { reportsOf, saveReport } from '../device/reports.js';
import { changed } from '../device/telling.js';
import type { Carried, Screen } from './carried.js';
import { choices, complain, field, h, p, tooLong, valueOf, valuesOf } from './markup.js';
import { type ReadingAnswers, readingBody, readingFields } from './reading-body.js';
import { fillIn, typedIn, Typing, whenMeant } from './typing.js';

/** The most characters, as the service takes them: `ReadOutOrderDto`. */
export const most = { reaction: 1000, identified: 500, place: 500, by: 200 };

type Problem = { readonly field: string; readonly text: string };

/** For an officer with the respondent and without signal: the conditions to read, one tick each, and what the service needs to know of it. */
export async function readingScreen(carried: Carried, person: OfflinePerson, order: MadeOrder, saved: () => void): Promise<Screen> {
  const opened = await now();
  const typing = await Typing.of(carried, person, order.orderId);
  const again = typing.line(() => void readingScreen(carried, person, order, saved).then(({ content }) => form.replaceWith(...content)));
  const terms = toBeRead(order, momentOf(opened)).map((version) => ({
    value: version.plain.versionId,
    text: conditionAloud(version, version.words.value?.wording ?? ''),
  }));
  const lastDay = notifyBy(order, londonDate(opened));
  const earlier = h(
    'div',
    {},
    field('on', 'Which day?', { type: 'date', value: londonDate(opened), classes: 'govuk-input--width-10' }),
    field('time', 'Time', { type: 'time', classes: 'govuk-input--width-10' }),
  );
  const which = choices('radio', 'which', 'The clocks went back that night. Which was it?', [
    { value: 'earlier', text: 'The earlier (summer time)' },
    { value: 'later', text: 'The later (winter time)' },
  ]);
  which.hidden = true;
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    h('p', { class: 'govuk-caption-l' }, `${person.name}: ${kindRule(order.kind).name.toLowerCase()}`),
    again,
    p(saidBeforeReading(order, londonDate(opened))),
    ...(lastDay === null
      ? []
      : [p('Say also, if you read it today:'), h('blockquote', { class: 'govuk-inset-text ow-quote' }, dutyAloud(lastDay))]),
    choices('checkbox', 'told', 'Told of the order: only what you tick counts as told', [...linesAloud(order, momentOf(opened))]),
    choices('checkbox', 'read', 'Read to the respondent', terms),
    field('reaction', 'What did the respondent say or do? (optional)', { rows: 2, most: most.reaction }),
    field('identified', 'How do you know who the respondent is?', {
      most: most.identified,
      hint: 'For example: known to you, or by a driving licence',
    }),
    field('place', 'Where?', { most: most.place }),
    field('by', 'Who read it?', { value: carried.snapshot.officer, most: most.by, hint: 'Your name, rank and number' }),
    choices('radio', 'when', 'When?', [
      { value: 'now', text: 'Now', checked: true },
      { value: 'other', text: 'Earlier', inside: earlier },
    ]),
    which,
    h('button', { type: 'submit', class: 'govuk-button' }, 'Save that it was read'),
  );
  if (typing.before) {
    fillIn(form, whenMeant(typing.before, opened, false));
    which.hidden = valueOf(form, 'which') === '';
  }
  typing.follow(form, () => ({ shownOn: londonDate(opened), typed: typedIn(form) }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save();
  });
  return { title: 'Read the conditions to the respondent', content: [form] };

  async function save(): Promise<void> {
    const at = await now();
    const answers = told(at);
    const problems = 'problems' in answers ? answers.problems : refusals(order, answers, at);
    which.hidden = !problems.some(({ field: id }) => id === 'which') && valueOf(form, 'which') === '';
    complain(form, problems);
    if ('problems' in answers || problems.length > 0 || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    const report = {
      ...{ personId: person.id, name: person.name, orderId: order.orderId, madeAt: at },
      ...{ what: `${kindRule(order.kind).name} read out, ${formatDateTime(answers.at)}`, readAt: answers.at },
      ...{ to: `/api/v1/orders/${order.orderId}/readings`, form: `/orders/${order.orderId}/serve/read` },
      ...{ body: readingBody(answers), fields: readingFields(answers) },
    };
    typing.end();
    await saving(typing.id, async () => {
      const others = (await reportsOf(carried.userId, carried.key)).filter(
        ({ orderId, state }) => orderId === order.orderId && state !== 'refused',
      );
      // Read out and saved in another tab.
      if (others.length === 0) await saveReport(carried.key, carried.userId, typing.id, 'waiting', report);
    });
    changed();
    saved();
  }

  function told(at: Instant): ReadingAnswers | { readonly problems: readonly Problem[] } {
    const given = (name: string) => valueOf(form, name) || undefined;
    const when = given('when') === 'other' ? 'other' : 'now';
    const occurred = whenTold(
      { when, on: given('on'), time: given('time'), which: given('which') as 'earlier' | undefined, kinds: [] },
      at,
    );
    const [identified, place, by] = [given('identified'), given('place'), given('by')];
    const read = valuesOf(form, 'read');
    const problems: Problem[] = [
      ...tooLong(form),
      ...(terms.every(({ value }) => read.includes(value)) ? [] : [notAllRead]),
      ...(identified ? [] : [{ field: 'identified', text: 'Enter how you know who the respondent is' }]),
      ...(place ? [] : [{ field: 'place', text: 'Enter where you read it' }]),
      ...(by ? [] : [{ field: 'by', text: 'Enter who read it' }]),
      ...('field' in occurred
        ? [{ field: occurred.field, text: occurred.text.replace('it happened', 'it was read') }]
        : occurred.at === null
          ? [{ field: 'time', text: 'Enter the time it was read' }]
          : []),
    ];
    if (problems.length > 0 || 'field' in occurred || occurred.at === null || !identified || !place || !by) return { problems };
    return { read, told: valuesOf(form, 'told'), at: occurred.at, place, by, identified, reaction: given('reaction') ?? null };
  }
}

/** What the rules of the service say to it already here, by the order as this device has it. */
function refusals(order: MadeOrder, { at, ...reading }: ReadingAnswers, upTo: Instant): readonly Problem[] {
  try {
    readOutOrder(order, { ...reading, at: momentOf(at), serviceId: () => '' }, momentOf(upTo));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const said = words[error.reason as CannotReadOut];
    return [said ?? { field: 'read', text: 'The order does not allow it. Record it in the service, with signal' }];
  }
}

const notAllRead: Problem = { field: 'read', text: 'Read every condition to the respondent and tick each' };

const words: Partial<Readonly<Record<CannotReadOut, Problem>>> = {
  'not-all-read': notAllRead,
  'other-words': { field: 'read', text: 'Other words were in force then. Record it in the service, with signal' },
  'served-already': { field: 'read', text: 'Service of this order is recorded already' },
  'not-in-force': { field: 'when', text: 'The order was not in force then. Check the day and the time' },
  'before-made': { field: 'when', text: 'The order was made after that. Check the day and the time' },
  'in-the-future': { field: 'when', text: 'That lies in the future. Enter when it was read' },
};
