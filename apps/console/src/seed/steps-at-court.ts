import { addDays, type LocalDate } from '#calendar';
import type { Moment } from '#orders';
import {
  AcceptRefusedChange,
  ApproveVariation,
  ConsultViews,
  DecideVariation,
  DraftVariation,
  FileVariation,
  ListHearing,
  newHearingId,
  newProposalId,
  ProposeVariation,
  RecordHearing,
  RenewOrder,
  SettleInterimRefusal,
  SettleDirection,
} from '#orders/module';
import { idFrom } from '#pages';
import { court, days, years } from './courses/course.js';
import { checkNationally } from './national-record.js';
import {
  about,
  fileApplication,
  type Filed,
  first,
  grant,
  type HeldOrder,
  makeInterim,
  notify,
  reworded,
  serve,
} from './orders-of-story.js';
import { madeUpPerpetrator, madeUpProtected } from './people-of-story.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

type Outcome = RecordHearing['details'];

/** Nobody approves their own work, in the demonstration either: no user, like its recorder. */
const otherRecorder = 'demonstration:00';

/** From the first hearing over an interim order that was carried on to the full order, and its variation step by step, sent back once. */
export function stepsAtCourt(world: World): Story {
  const story = new Story(world, 'steps at court', '46');
  const back = (count: number) => addDays(world.today, -count);
  const perpetrator = madeUpPerpetrator(story, on(back(205), '10:00'), 8_103);
  const parties = { perpetrator, people: madeUpProtected(story, perpetrator, 2) };
  const filed = fileApplication(story, parties, { filedOn: back(200), interimSought: true });
  const heard = hearings(story, filed);
  const earlier = heard.list(back(199), moment(back(195), '10:00'), 'interim');
  heard.record(back(195), earlier, { result: 'interim-refused', heard: 'in-absence', note: 'The court wanted to hear the respondent.' });
  const left = { hearingId: earlier, how: 'accepted', on: back(194), reason: 'The court hears it again within the week.' } as const;
  story.add(on(back(194), '09:40'), (act) => new SettleInterimRefusal(filed.applicationId, left, act));
  const opening = heard.list(back(194), moment(back(190), '10:00'), 'interim');
  const interim = makeInterim(story, filed, {
    ...{ court: heard.court, made: moment(back(190), '11:20'), end: days(back(190), 56), codes: ['NC-DIR', 'EX-AREA'], present: true },
  });
  heard.record(back(190), opening, { result: 'interim-order', heard: 'contested' });
  serve(story, interim, back(190), { at: moment(back(190), '11:40'), method: 'in-court' });
  notify(story, interim, back(189));
  const returned = heard.list(back(189), moment(back(170), '10:00'), 'return');
  const next = heard.record(back(170), returned, {
    ...{ result: 'adjourned', reason: 'charge-decision-awaited', note: 'The prosecutor decides within a month.' },
    ...{ next: { hearingId: '', at: moment(back(140), '14:00') } },
    directions: [{ directionId: '', to: 'police', by: back(150), words: 'File the statement of the officer in the case.' }],
  });
  const renewal = {
    filedOn: back(140),
    made: moment(back(139), '10:10'),
    end: days(back(139), 50),
    onApplicationOf: 'chief-officer',
  } as const;
  about(story, interim, on(back(139), '10:10'), (act) => {
    return new RenewOrder(interim.orderId, { ...renewal, court: heard.court, awaiting: 'charge-decision' }, act);
  });
  interim.end = renewal.end;
  dischargeWithdrawn(story, interim, back);
  heard.record(back(140), next, { result: 'directions', heard: 'contested', directions: [statement(back(125))] });
  const final = heard.list(back(139), moment(back(120), '10:00'), 'final');
  const order = grant(
    story,
    filed,
    [interim],
    {
      ...{
        court: heard.court,
        made: moment(back(120), '12:30'),
        end: years(back(120), 2),
        codes: ['NC-DIR', 'EX-AREA', 'PUB'],
        present: true,
      },
      words: { 'EX-AREA': { wording: 'You must not enter Mill Street, Testville.', parameters: { area: 'Mill Street, Testville' } } },
    },
    null,
    { heard: 'contested', hearingId: final },
  );
  serve(story, order, back(120), { at: moment(back(120), '12:50'), method: 'in-court' });
  refusedOnce(story, order, back);
  varied(story, order, back);
  renewalProposed(story, order, back(3));
  checkNationally(story, interim);
  checkNationally(story, order);
  return story;
}

function statement(by: LocalDate) {
  return { directionId: '', to: 'respondent', by, words: 'File and serve a statement of what is disputed.' } as const;
}

/** Hearings of the application, at one court. */
function hearings(story: Story, { applicationId, recordedAt }: Filed) {
  const at = court(story, 'magistrates');
  return {
    court: at,
    list(day: LocalDate, when: Moment, purpose: ListHearing['details']['purpose']): string {
      const earliest = on(day, '16:30');
      const recorded = earliest < recordedAt ? recordedAt : earliest;
      const details = { court: at, at: when, sureOf: when.on, purpose, room: 'Court 2' };
      return newHearingId(story.add(recorded, (act) => new ListHearing({ applicationId }, details, act)));
    },
    /** Answers with the id of the hearing to which it was adjourned. */
    record(day: LocalDate, hearingId: string, outcome: Partial<Outcome>): string {
      const details = outcomeOf(story, hearingId, outcome);
      story.add(on(day, '17:30'), (act) => new RecordHearing({ applicationId }, details, act));
      for (const { directionId, to, by } of details.directions) {
        const done = { directionId, how: 'done', on: addDays(by, -1), by: 'PC 0000 Sample, by the portal' } as const;
        if (to === 'police') story.add(on(done.on, '15:10'), (act) => new SettleDirection({ applicationId }, done, act));
      }
      return details.next?.hearingId ?? '';
    },
  };
}

function outcomeOf(story: Story, hearingId: string, outcome: Partial<Outcome>): Outcome {
  const whole: Outcome = { hearingId, result: 'decided', heard: null, reason: null, next: null, directions: [], note: null, ...outcome };
  return {
    ...whole,
    sureOf: whole.next?.at.on ?? null,
    next: whole.next && { ...whole.next, hearingId: idFrom(story.newCommandId(), 'hearing') },
    directions: whole.directions.map((direction, nth) => ({ ...direction, directionId: idFrom(story.newCommandId(), `direction ${nth}`) })),
  };
}

/** The force asked for a longer period; the court refused it, and the force left it there. */
function refusedOnce(story: Story, order: HeldOrder, back: (days: number) => LocalDate): void {
  const { orderId } = order;
  const proposalId = proposed(story, order, back(112), 'variation', 'risk-changed', 'He wrote from prison twice.');
  consulted(story, order, proposalId, back(112));
  const draft = { proposalId, changes: [], end: years(order.made.on, 4) };
  about(story, order, on(back(111), '11:00'), (act) => new DraftVariation(orderId, draft, act));
  decidedOn(story, order, proposalId, back(110), 'approve', null);
  const at = court(story, 'magistrates');
  about(story, order, on(back(109), '15:00'), (act) => {
    return new FileVariation(orderId, { proposalId, filedOn: back(109), court: at, reference: null }, act);
  });
  const refused: DecideVariation['details'] = {
    ...{ proposalId, outcome: 'refused', at: moment(back(92), '10:40'), effective: null, court: at, respondentPresent: true },
    ...{ changes: [], end: null, awaiting: null, because: 'not-necessary', note: null },
  };
  about(story, order, on(back(92), '11:10'), (act) => new DecideVariation(orderId, refused, act));
  const accepted = { proposalId, on: back(90), reason: 'Counsel advised that the period can be looked at again before it ends.' };
  about(story, order, on(back(90), '14:10'), (act) => new AcceptRefusedChange(orderId, accepted, act));
}

/** The force asks for another area: sent back once, then approved by another, filed, adjourned once and granted. Not served yet. */
function varied(story: Story, order: HeldOrder, back: (days: number) => LocalDate): void {
  const { orderId } = order;
  const proposalId = proposed(
    story,
    order,
    back(60),
    'variation',
    'protected-person-moved',
    'She has a new place of work, which he has found.',
  );
  consulted(story, order, proposalId, back(58));
  const area = first(order, 'EX-AREA');
  const wider = reworded(story, area, {
    wording: 'You must not enter Mill Street, Testville, or Station Parade, Assizeham.',
    parameters: { area: 'Mill Street, Testville; Station Parade, Assizeham' },
  });
  const everywhere = reworded(story, area, {
    wording: 'You must not enter Testville or Assizeham.',
    parameters: { area: 'Testville, Assizeham' },
  });
  const draft = (day: LocalDate, condition: typeof area) =>
    about(story, order, on(day, '11:00'), (act) => {
      return new DraftVariation(orderId, { proposalId, changes: [{ change: 'reworded', condition }], end: null }, act);
    });
  draft(back(56), everywhere);
  decidedOn(story, order, proposalId, back(55), 'send-back', 'Two whole towns are wider than is necessary. Name the streets.');
  draft(back(54), wider);
  decidedOn(story, order, proposalId, back(53), 'approve', null);
  const at = court(story, 'magistrates');
  about(story, order, on(back(52), '15:00'), (act) => {
    return new FileVariation(orderId, { proposalId, filedOn: back(52), court: at, reference: null }, act);
  });
  const listed = { court: at, at: moment(back(22), '10:00'), sureOf: back(22), purpose: 'variation', room: null } as const;
  const hearingId = newHearingId(about(story, order, on(back(50), '12:00'), (act) => new ListHearing({ orderId }, listed, act)));
  const adjourned = outcomeOf(story, hearingId, {
    ...{ result: 'adjourned', reason: 'respondent-not-served', next: { hearingId: '', at: moment(back(6), '10:00') } },
    directions: [{ directionId: '', to: 'police', by: back(15), words: 'Serve the application on the respondent again.' }],
  });
  about(story, order, on(back(22), '12:00'), (act) => new RecordHearing({ orderId }, adjourned, act));
  for (const { directionId } of adjourned.directions) {
    const done = { directionId, how: 'done', on: back(16), by: 'PC 0000 Sample, at his address' } as const;
    about(story, order, on(back(16), '19:20'), (act) => new SettleDirection({ orderId }, done, act));
  }
  const held = outcomeOf(story, adjourned.next?.hearingId ?? '', { heard: 'in-absence' });
  about(story, order, on(back(6), '11:00'), (act) => new RecordHearing({ orderId }, held, act));
  const granted: DecideVariation['details'] = {
    ...{ proposalId, outcome: 'granted-as-asked', at: moment(back(6), '10:40'), effective: null, court: at, respondentPresent: false },
    ...{ changes: [], end: null, awaiting: null, because: null, note: null },
  };
  about(story, order, on(back(6), '11:10'), (act) => new DecideVariation(orderId, granted, act));
  order.changedOn.push(back(6));
}

/** The force thought of asking for an end of the interim order, and withdrew it before it was filed. */
function dischargeWithdrawn(story: Story, order: HeldOrder, back: (days: number) => LocalDate): void {
  const proposalId = proposed(
    story,
    order,
    back(165),
    'discharge',
    'no-longer-necessary',
    'His employer says that he works abroad for two years.',
  );
  consulted(story, order, proposalId, back(164));
  about(story, order, on(back(164), '11:00'), (act) => new DraftVariation(order.orderId, { proposalId, changes: [], end: null }, act));
  const withdrawn: DecideVariation['details'] = {
    ...{ proposalId, outcome: 'withdrawn', at: moment(back(160), '09:30'), effective: null, respondentPresent: null },
    ...{ court: court(story, 'magistrates'), changes: [], end: null, awaiting: null, because: 'circumstances-changed' },
    note: 'He was seen again near the protected people.',
  };
  about(story, order, on(back(160), '09:40'), (act) => new DecideVariation(order.orderId, withdrawn, act));
}

/** A renewal that waits for approval. */
function renewalProposed(story: Story, order: HeldOrder, day: LocalDate): void {
  const proposalId = proposed(story, order, day, 'renewal', 'risk-changed', 'He asked twice in prison when the order would end.');
  consulted(story, order, proposalId, day);
  const end = years(addDays(order.made.on, 730), 3);
  about(story, order, on(day, '16:00'), (act) => new DraftVariation(order.orderId, { proposalId, changes: [], end }, act));
}

function proposed(
  story: Story,
  { orderId, ...order }: HeldOrder,
  day: LocalDate,
  asks: ProposeVariation['details']['asks'],
  because: ProposeVariation['details']['because'],
  reason: string,
): string {
  const command = about(
    story,
    { orderId, ...order },
    on(day, '09:30'),
    (act) => new ProposeVariation(orderId, { asks, because, reason }, act),
  );
  return newProposalId(command);
}

function consulted(story: Story, order: HeldOrder, proposalId: string, day: LocalDate): void {
  order.people.forEach(({ protectedPersonId }, nth) => {
    const asked = nth === 0;
    const details: ConsultViews['details'] = {
      ...{ proposalId, protectedPersonId, on: day, consultation: asked ? 'supports' : 'not-asked-cannot-be-reached-safely' },
      ...{ told: asked ? 'told-safely' : 'not-told', words: asked ? 'I would feel safer on the way to work.' : null },
    };
    about(story, order, on(day, '10:00'), (act) => new ConsultViews(order.orderId, details, act));
  });
}

/** Another than the author decides. */
function decidedOn(
  story: Story,
  order: HeldOrder,
  proposalId: string,
  day: LocalDate,
  decision: 'approve' | 'send-back',
  note: string | null,
) {
  about(
    story,
    order,
    on(day, '14:00'),
    (act) => new ApproveVariation(order.orderId, { proposalId, of: null, decision, note }, { ...act, by: otherRecorder }),
  );
}
