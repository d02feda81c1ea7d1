import { ageOn, formatDate, formatDateTime, londonDate } from '#calendar';
import {
  answer,
  type AnswerView,
  answerView,
  type ConditionView,
  type ControlRoom,
  controlRoomsOf,
  type OfflinePerson,
  type OrderView,
} from '#histories';
import { now } from '../device/clock.js';
import { keepLook } from '../device/looks.js';
import { type KnownReport, reportsOf } from '../device/reports.js';
import { type Carried, readerOf, type Screen } from './carried.js';
import { h, p } from './markup.js';
import { ordersOf } from './search.js';
import { waitingLines } from './standing.js';

/** The officer's card from what this device has: "in force now" is worked out here, by the rules of the service. */
export async function cardScreen({ userId, key, snapshot }: Carried, person: OfflinePerson): Promise<Screen> {
  const at = await now();
  await keepLook(key, userId, { kind: 'card', personId: person.id, at });
  const view = answerView(answer({ orders: ordersOf(person) }, at), readerOf(person));
  const readings = (await reportsOf(userId, key)).filter(({ orderId }) => orderId !== undefined);
  const boxes = view.orders.map((order) => {
    const reading = readings.findLast(({ orderId }) => orderId === order.id) ?? null;
    const serve = order.toServe?.byReading ? toServe(person, order, reading) : null;
    return { order, reading, serve };
  });
  const [first] = boxes.flatMap(({ serve }) => (serve ? [serve] : []));
  const born = person.dateOfBirth
    ? `born ${formatDate(person.dateOfBirth)} (${ageOn(person.dateOfBirth, londonDate(at))})`
    : 'date of birth not known';
  const also = person.alsoKnownAs.length > 0 ? `, also known as ${person.alsoKnownAs.join(', ')}` : '';
  const others = person.records.map(({ name, force: of }) => `${name} (${of})`).join(', ');
  const rooms = controlRoomsOf(
    view.orders.map(({ keeper }) => keeper),
    snapshot.controlRooms,
  );
  return {
    title: person.name,
    content: [
      p(`${born}${also}`),
      ...(person.hasPhotograph ? [p('Photograph held: only with signal', 'govuk-body-s')] : []),
      ...(others ? [p(`One person, also on record as ${others}`, 'govuk-body-s')] : []),
      h(
        'section',
        { class: `ow-answer ow-answer--${view.tone}`, 'aria-labelledby': 'answer' },
        h('h2', { class: 'govuk-heading-l ow-answer__heading', id: 'answer' }, headingOf(view, boxes)),
        waitingLines(person, 'card'),
        boxes.map(({ order, reading, serve }) => orderBox(order, reading, serve)),
        view.orders.length === 0
          ? p(view.past[0] ? `There was: ${view.past[0].words}.` : 'This device has no order against this person.')
          : null,
      ),
      ...(person.cautions.length > 0
        ? [
            h('h2', { class: 'govuk-heading-m' }, 'Take care'),
            h(
              'ul',
              { class: 'govuk-list govuk-list--bullet' },
              person.cautions.map((caution) => h('li', {}, caution)),
            ),
          ]
        : []),
      ...rooms.map(roomLine),
      h(
        'div',
        { class: 'ow-card__actions' },
        h('a', { class: 'govuk-button ow-card__action', href: `#report/${person.id}`, role: 'button' }, 'Report a breach'),
        first ? link(first, 'ow-card__action') : null,
      ),
    ],
  };
}

/** The copy does not know of what was read out from this device: where that is all there is to serve, the heading says so. */
function headingOf(
  { heading, orders }: AnswerView,
  boxes: readonly { readonly order: OrderView; readonly reading: KnownReport | null }[],
): string {
  const unserved = boxes.filter(({ order }) => order.toServe?.byReading === true);
  const states = unserved.map(({ reading }) => reading?.state);
  if (unserved.length === 0 || !states.every((state) => state === 'waiting' || state === 'sent')) return heading;
  const many = orders.length === 1 ? '1 order' : `${orders.length} orders`;
  return `${many} in force, read out from this device, ${states.includes('waiting') ? 'waiting to be sent' : 'sent'}`;
}

function roomLine({ force, phone }: ControlRoom): HTMLElement {
  const ask = `To ask about an order, call the control room of ${force}`;
  if (phone === null) return p(`${ask}.`);
  const call = h('a', { class: 'govuk-link ow-card__phone', href: `tel:${phone.replaceAll(' ', '')}` }, phone);
  return h('p', { class: 'govuk-body' }, `${ask}, day and night: `, call, '.');
}

/** Reading an order out is the one way to serve it here. */
interface ToServe {
  readonly text: string;
  readonly href: string;
}

/** Null where its words are not all here, and where it was read out already. */
function toServe(person: OfflinePerson, { id }: OrderView, reading: KnownReport | null): ToServe | null {
  if (reading || !person.asWritten.includes(id)) return null;
  return { text: 'Read it out now', href: `#read/${person.id}/${id}` };
}

function link({ text, href }: ToServe, classes = ''): HTMLElement {
  return h('a', { class: `govuk-button govuk-button--secondary ${classes}`, href, role: 'button' }, text);
}

function orderBox(order: OrderView, reading: KnownReport | null, serve: ToServe | null): HTMLElement {
  // What was read out here is not in the copy, which says of it that it is not served.
  const isRead = reading !== null && reading.state !== 'refused' && order.toServe?.byReading === true;
  const tag = isRead
    ? h(
        'strong',
        { class: 'govuk-tag govuk-tag--yellow' },
        reading.state === 'sent' ? 'Read out from this device, sent' : 'Read out from this device, waiting to be sent',
      )
    : h('strong', { class: `govuk-tag govuk-tag--${order.known.colour}` }, order.known.words);
  const { title, code, arrest } = order.breach;
  const toKnow = order.toServe?.words ?? null;
  const how = serve
    ? ': read it out now.'
    : reading || order.toServe?.byReading !== true
      ? '.'
      : '. It cannot be read out from here, since not all its words are on this device: call the force that keeps it.';
  return h(
    'div',
    { class: 'ow-order' },
    h('p', { class: 'govuk-body ow-order__head' }, h('strong', {}, order.name), ' ', tag),
    // Beside what the copy says of service, which does not know of it.
    toKnow && reading ? h('p', { class: 'govuk-body ow-order__warning' }, h('strong', {}, ...readingLine(reading))) : null,
    p(`${order.keptBy}. ${order.court}, made ${order.made}, ${order.ends}`, 'govuk-body-s'),
    order.notKnown.map((words) =>
      h('p', { class: 'govuk-body ow-order__head' }, h('strong', { class: 'govuk-tag govuk-tag--yellow' }, words)),
    ),
    order.notifications.map(({ words, isOwed }) => p(`${words}.`, isOwed ? 'govuk-body ow-order__warning' : 'govuk-body-s')),
    order.warnings.map((warning) => p(warning, 'govuk-body ow-order__warning')),
    lines('Must not', order.mustNot),
    lines('Must', order.must),
    h('p', { class: 'govuk-body-s' }, title, code ? h('span', { class: 'ow-code' }, ` ${code}`) : null, `. ${arrest}`),
    toKnow ? p(`${toKnow}${how}`, 'govuk-body ow-order__warning') : null,
    serve ? link(serve) : null,
  );
}

/** What became of an order that was read out here, while the copy does not know of it yet. */
function readingLine({ readAt, madeAt, state }: KnownReport): (HTMLElement | string)[] {
  const read = `You read it out on ${formatDateTime(readAt ?? madeAt)}. `;
  if (state === 'sent') return [`${read}The service has it.`];
  if (state === 'waiting') return [`${read}It is not sent yet.`];
  return [read, h('a', { class: 'govuk-link', href: '#reports' }, 'The service did not take it: look why')];
}

function lines(lead: string, conditions: readonly ConditionView[]): HTMLElement[] {
  if (conditions.length === 0) return [];
  const items = conditions.map(({ plain, words, notes }) =>
    h('li', {}, plain || words, h('span', { class: 'ow-card__words' }, [...(plain ? [words] : []), ...notes].join('; '))),
  );
  return [h('h3', { class: 'govuk-heading-m ow-card__lead' }, lead), h('ul', { class: 'ow-card__lines' }, items)];
}
