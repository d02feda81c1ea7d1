import {
  allegationChoices,
  allegeable,
  allegingOf,
  channelWords,
  isDoneToNobody,
  isOfOne,
  kindWords,
  nothingToNotify,
  orderOfForce,
  protectingNone,
  type OrderChoices,
  reporterWords,
} from '#breaches';
import { atLondon, formatDate, formatDateTime, formatPeriod, type Instant } from '#calendar';
import type { OfflinePerson } from '#histories';
import { now } from '../device/clock.js';
import { saving, type Typed } from '../device/drafts.js';
import { reportsOf, saveReport } from '../device/reports.js';
import { changed } from '../device/telling.js';
import type { Carried, Screen } from './carried.js';
import { button, choices, complain, field, h, p, select, tooLong, valueOf, valuesOf } from './markup.js';
import type { WhenAnswers } from './report.js';
import type { ReadHere } from './read-here.js';
import { bodyOf, fieldsOf, keptAndAlleged, type WhatAnswers } from './report-body.js';
import { standingLines, waitingLines } from './standing.js';
import { fillIn, typedIn } from './typing.js';

const needed: Readonly<Record<string, string>> = {
  'time-needed': 'This order began, changed or ended on that day. Change when it happened and give the time.',
  'day-needed':
    'This order began, changed or ended within those days. Change when it happened and give the day. If it went on before and after, report each on its own.',
  uncertain:
    'This order began or ended meanwhile, and nobody can say when this happened. Select what you think was breached. It is marked for review.',
  'order-time-needed': 'The record does not say at what time of that day this order began, changed or ended.',
};

/** The most characters, as the service takes them: `ReportBreachDetails`. */
export const most = { account: 1000, place: 300, excuse: 1000 };

/** `at`: when it was answered. */
export type Answered = WhenAnswers & { readonly at: Instant };

interface SecondStep {
  readonly carried: Carried;
  readonly person: OfflinePerson;
  /** What was read out from this device: their orders are as the service will have them then. */
  readonly readings: readonly ReadHere[];
  readonly when: Answered;
  /** What was typed here before, under the id that the report will have. */
  readonly begun: {
    readonly id: string;
    readonly typed: Typed;
    /** Keeps what is typed. */
    readonly keep: (typed: Typed) => Promise<void>;
    /** Says that it was begun before; null where it was not. */
    readonly again: () => HTMLElement | null;
  };
  readonly back: () => void;
  /** Nobody can say more exactly when it happened: the same step, with what may have been in force. */
  readonly nobodyKnows: () => void;
  readonly saved: () => void;
}

/** The second step: what was in force then, by the rules of the service, over all orders this device has; and one line of words. */
export function whatScreen({ carried, person, readings, when, begun, back, nobodyKnows, saved }: SecondStep): Screen {
  const then = allegeable(person.orders, when.occurred);
  const nothing = nothingToNotify(then, when.kinds);
  const orders = allegationChoices(then, when.kinds).filter(({ state }) => state !== 'not-in-force');
  const inForce = new Set(orders.map(({ orderId }) => orderId));
  const guarded = new Set(
    person.orders.filter(({ orderId }) => inForce.has(orderId)).flatMap(({ protectedPersonIds }) => protectedPersonIds),
  );
  const people = person.protectedPeople
    .filter(({ id }) => guarded.has(id))
    .map(({ id, name }) => ({
      value: id,
      text: name.slice(0, 1).toUpperCase() + name.slice(1),
      checked: !isDoneToNobody(when.kinds) && isOfOne(then),
    }));
  const title = `${when.kinds.map((kind) => kindWords[kind]).join(', ')}, ${occurredInWords(when)}`;
  const keep = () => void save(true);
  const form = h(
    'form',
    { novalidate: true, autocomplete: 'off' },
    h('p', { class: 'govuk-caption-l' }, person.name),
    begun.again(),
    h(
      'p',
      { class: 'govuk-body' },
      `${title}. `,
      h('button', { type: 'button', class: 'ow-link-button', click: () => back() }, 'Change when or what'),
    ),
    h('div', { id: 'alike' }),
    when.occurred.on < carried.snapshot.endedSince
      ? p(
          `This device does not have orders that ended before ${formatDate(carried.snapshot.endedSince)}. If it was breached, report it with signal.`,
          'govuk-inset-text',
        )
      : null,
    waitingLines(person, 'report'),
    standingLines(person, when.occurred, when.at),
    nothing === null ? null : p(nothing, 'govuk-inset-text'),
    h(
      'div',
      { class: 'govuk-form-group' },
      orders.map((order, nth) =>
        orderBox(
          order,
          nth,
          readings.findLast(({ orderId }) => orderId === order.orderId),
          when.occurred.at === null && !when.occurred.narrowest ? nobodyKnows : null,
        ),
      ),
    ),
    people.length > 0 ? choices('checkbox', 'people', 'Who was it done to?', people) : null,
    h('div', { id: 'even-so' }),
    field('account', 'What happened, in a few words?', {
      rows: 2,
      most: most.account,
      hint: 'Other forces can read these words. Do not write an address, or where the protected person is.',
    }),
    field('place', 'Where? (optional)', { most: most.place }),
    orders.length > 0
      ? choices('radio', 'reasonableExcuse', 'Was a reasonable excuse offered?', [
          { value: 'not-asked', text: 'Not asked', checked: true },
          { value: 'none-offered', text: 'No' },
          { value: 'offered', text: 'Yes', inside: field('excuse', 'What excuse?', { most: most.excuse }) },
        ])
      : null,
    h(
      'div',
      { class: 'ow-tiles' },
      choices(
        'radio',
        'reporter',
        'Who reported it?',
        Object.entries(reporterWords).map(([value, text]) => ({ value, text })),
      ),
    ),
    h(
      'details',
      { class: 'govuk-details' },
      h(
        'summary',
        { class: 'govuk-details__summary' },
        h('span', { class: 'govuk-details__summary-text' }, 'How and when it was reported'),
      ),
      h(
        'div',
        { class: 'govuk-details__text' },
        select('channel', 'How was it reported?', [['', 'Told an officer, unless you select another'], ...Object.entries(channelWords)]),
        field('reportedOn', 'The day it was reported, if not now', { type: 'date', classes: 'govuk-input--width-10' }),
        field('reportedTime', 'The time it was reported', { type: 'time', classes: 'govuk-input--width-10' }),
      ),
    ),
    h(
      'div',
      { class: 'govuk-button-group' },
      orders.length > 0 ? h('button', { type: 'submit', class: 'govuk-button' }, 'Save as a breach') : null,
      button('Not a breach, but keep it', keep, orders.length > 0 ? 'govuk-button--secondary' : ''),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(orders.length === 0);
  });
  fillIn(form, begun.typed);
  for (const event of ['input', 'change']) form.addEventListener(event, () => void begun.keep(typedIn(form)));
  void warnOfAlike();
  return { title: 'What was breached?', content: [form] };

  async function save(keepOnly: boolean): Promise<void> {
    const at = await now();
    if (!keepOnly) askOfOthers();
    const told = answers(keepOnly, at);
    complain(form, told.problems);
    if (told.problems.length > 0 || form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    const report = {
      personId: person.id,
      name: person.name,
      what: title,
      on: when.occurred.on,
      until: when.occurred.until,
      madeAt: at,
      to: `/api/v1/perpetrators/${person.id}/breaches`,
      form: `/perpetrators/${person.id}/breaches/new`,
      body: bodyOf(when, told.what),
      fields: fieldsOf(when, told.what),
    };
    // Its id is the command's: however often it is saved, in whichever tab, and however often sent, it is recorded once.
    await saving(begun.id, () => saveReport(carried.key, carried.userId, begun.id, 'waiting', report));
    changed();
    saved();
  }

  function answers(
    keepOnly: boolean,
    at: string,
  ): { readonly what: WhatAnswers; readonly problems: readonly { field: string; text: string }[] } {
    const [alleging, account, reasonableExcuse] = [valuesOf(form, 'alleging'), valueOf(form, 'account'), valueOf(form, 'reasonableExcuse')];
    const [reportedOn, reportedTime] = [valueOf(form, 'reportedOn'), valueOf(form, 'reportedTime')];
    const reported = reportedOn === '' ? null : atLondon(reportedOn, reportedTime || '00:00', 'later');
    const reportedAt = reported?.ok ? reported.instant : at;
    const problems = [
      ...(keepOnly || alleging.length > 0
        ? []
        : [{ field: 'alleging', text: 'Select what was breached, or select Not a breach, but keep it' }]),
      ...keptAndAlleged(keepOnly, alleging, reasonableExcuse),
      ...(keepOnly ? [] : unconfirmed()),
      ...tooLong(form),
      ...(account === '' ? [{ field: 'account', text: 'Enter what happened in a few words' }] : []),
      ...(valueOf(form, 'reporter') === '' ? [{ field: 'reporter', text: 'Select who reported it' }] : []),
      ...(reportedOn !== '' && reportedTime === '' ? [{ field: 'reportedTime', text: 'Enter the time it was reported' }] : []),
      ...(reportedAt > at ? [{ field: 'reportedOn', text: 'That lies in the future. Enter when it was reported' }] : []),
    ];
    const optional = (name: string) => valueOf(form, name) || null;
    const excuse = reasonableExcuse === 'offered' ? optional('excuse') : null;
    const rest = { place: optional('place'), channel: optional('channel'), reporter: valueOf(form, 'reporter') };
    const what: WhatAnswers = {
      ...{
        alleging: keepOnly ? [] : alleging,
        keep: keepOnly,
        account,
        people: valuesOf(form, 'people'),
        evenSo: keepOnly ? [] : valuesOf(form, 'evenSo'),
      },
      ...{ reasonableExcuse: keepOnly || reasonableExcuse === '' ? null : reasonableExcuse, excuse, reportedAt, ...rest },
    };
    return { what, problems };
  }

  /** The orders selected that protect none of the people selected. */
  function ofOthers(): ReturnType<typeof protectingNone> {
    const selected = valuesOf(form, 'alleging').flatMap((key) => allegingOf(key) ?? []);
    return protectingNone(selected, person.orders, valuesOf(form, 'people'));
  }

  /** Asks of each of them whether it was breached even so; what was answered stands. */
  function askOfOthers(): void {
    const confirmed = valuesOf(form, 'evenSo');
    const items = ofOthers().map((order) => ({
      value: order.orderId,
      text: `${orderOfForce(order)}: it was breached even so`,
      checked: confirmed.includes(order.orderId),
    }));
    const asked = items.length > 0 ? [choices('checkbox', 'evenSo', 'Orders that protect none of the people you selected', items)] : [];
    form.querySelector('#even-so')?.replaceChildren(...asked);
  }

  function unconfirmed(): { field: string; text: string }[] {
    const confirmed = valuesOf(form, 'evenSo');
    const [first] = ofOthers().filter(({ orderId }) => !confirmed.includes(orderId));
    if (!first) return [];
    return [
      {
        field: 'evenSo',
        text: `${orderOfForce(first)} protects none of the people you selected. Take out what you selected of it, select whom it was done to, or confirm that it was breached even so`,
      },
    ];
  }

  /** What was reported from this device of the same days. What the service has is looked through when it is sent. */
  async function warnOfAlike(): Promise<void> {
    const { on, until } = when.occurred;
    const alike = (await reportsOf(carried.userId, carried.key)).filter(
      (other) => other.personId === person.id && other.orderId === undefined && (other.on ?? on) <= until && (other.until ?? until) >= on,
    );
    if (alike.length === 0) return;
    const lines = alike.map(({ what, state }) => h('li', {}, `${what} (${state === 'sent' ? 'sent' : 'waits on this device'})`));
    form
      .querySelector('#alike')
      ?.append(
        h(
          'p',
          { class: 'govuk-body' },
          h('strong', {}, 'This may be reported already. '),
          'Look before you save; two on one day may well be two. From this device:',
        ),
        h('ul', { class: 'govuk-list govuk-list--bullet' }, lines),
      );
  }
}

/** `nobodyKnows`: null where that was answered, or a time was given. */
function orderBox(order: OrderChoices, nth: number, read: ReadHere | undefined, nobodyKnows: (() => void) | null): HTMLElement {
  const items = order.choices.map(({ key, text, detail, suggested }) => ({ value: key, text, hint: detail, checked: suggested }));
  const unclear = order.state === 'in-force' && order.unclear.length > 0;
  const asks = unclear || order.state === 'day-needed' || order.state === 'time-needed';
  const hasChanged = order.choices.some(({ onlyIf }) => onlyIf !== null);
  const then = order.state === 'in-force' ? 'in force then' : 'perhaps in force then';
  const boxes = choices('checkbox', nth === 0 ? 'alleging' : `alleging-of-${nth + 1}`, `${order.title}, ${then}`, items);
  for (const box of boxes.querySelectorAll('input')) box.name = 'alleging';
  return h(
    'div',
    {},
    order.unknownToHim
      ? p(
          order.renewalNotKnown
            ? 'Nothing shows that the renewal was known of then. It binds all the same. What shows that the person knew of it must be found.'
            : 'Not served then. It binds all the same. What shows that the person knew of it must be found.',
          'govuk-inset-text',
        )
      : null,
    read ? p(`${read.words}.`, 'govuk-inset-text') : null,
    needed[order.state] ? p(needed[order.state] ?? '', 'govuk-inset-text') : null,
    unclear
      ? p(`These changed so near to it that the exact day or time is needed: ${order.unclear.join(', ')}.`, 'govuk-inset-text')
      : null,
    asks && nobodyKnows
      ? h(
          'p',
          { class: 'govuk-body' },
          h(
            'button',
            { type: 'button', class: 'ow-link-button', click: () => nobodyKnows() },
            'Nobody can say more exactly: show what may have been in force',
          ),
        )
      : null,
    order.state === 'in-force' && hasChanged
      ? p(
          'This order changed and nobody knows whether before or after it happened. A condition that changed is listed in both wordings: select the one you think was in force. It is marked for review.',
          'govuk-inset-text',
        )
      : null,
    boxes,
  );
}

function occurredInWords({ occurred: { on, until, at } }: WhenAnswers): string {
  if (at !== null) return formatDateTime(at);
  return formatPeriod(on, until);
}
