import { reportBreach } from './breaches.js';
import { openCase, recordIncident } from './cases.js';
import { day } from './days.js';
import { eventually } from './eventually.js';
import { endApplication, fileApplication, keepAway, noContact, obtain, serve } from './orders.js';
import { perpetrator, photographOf, protectedPerson } from './people.js';
import type { Desk, Story } from './story.js';

/** One of everything that can be recorded, for specs that go through all pages. */
export interface Cast {
  readonly perpetrator: string;
  readonly victim: string;
  /** Of the perpetrator. */
  readonly photograph: string;
  /** Open, with one incident that is classified, a graded risk, and nothing recorded about an order. */
  readonly case: string;
  readonly incident: string;
  readonly classification: string;
  readonly assessment: string;
  /** Pending. */
  readonly application: string;
  /** Refused by a court, with an appeal that waits. */
  readonly refused: string;
  readonly refusalAppeal: string;
  /** In preparation: begun, its people named, its evidence listed. */
  readonly draft: string;
  /** In force, served, with an appeal that waits and a corrected record. */
  readonly order: string;
  readonly appeal: string;
  /** A variation that the force is about to ask for, of which only the reason is written. */
  readonly proposal: string;
  readonly version: string;
  /** Listed for a day to come, one of the application and one about the order. */
  readonly hearing: string;
  readonly orderHearing: string;
  /** Of the order. */
  readonly service: string;
  /** Alleged, with one allegation and a flag to be reviewed. */
  readonly breach: string;
  readonly allegation: string;
  readonly flag: string;
  /** Somebody else's record, like nobody's but one, with which it waits for a decision. */
  readonly stranger: string;
  /** That pair. */
  readonly link: string;
  /** A pair that was linked. */
  readonly linked: string;
}

interface OrderIds {
  readonly services: readonly { readonly serviceId: string }[];
  readonly appeals: readonly { readonly appealId: string }[];
  readonly conditions: readonly { readonly current: { readonly versionId: string } }[];
}

interface BreachIds {
  readonly allegations: readonly { readonly allegationId: string }[];
  readonly flags: readonly { readonly flagId: string }[];
}

/** Records all of it on two days; it is 10:00 on 3 July 2026 then. */
export async function castOf(story: Story, solicitor: Desk, officer: Desk): Promise<Cast> {
  story.itIs('2026-07-01 16:00');
  const person = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900000' });
  const photograph = await photographOf(officer, person);
  const caseId = await openCase(officer, person, { people: [victim] });
  const incident = await recordIncident(officer, caseId, { when: '2026-06-18 21:15', conduct: ['message'] });
  const risk = {
    tool: 's-dash',
    grade: 'high',
    assessor: 'officer',
    on: '2026-06-19',
    partly: true,
    answers: [{ question: 'threats', answer: 'yes' }],
  };
  const { id: assessment } = await officer.tells(`/cases/${caseId}/risk-assessments`, risk);
  const stalking = { incidentId: incident, offenceCode: 'PH97006', principal: true, on: '2026-06-19' };
  const { id: classification } = await officer.tells(`/cases/${caseId}/classifications`, stalking);
  const sealed = { made: '2026-07-01 10:00', until: '2028-06-30', conditions: [noContact, keepAway] };
  const { orderId: order } = await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] });
  await serve(officer, order, '2026-07-01 15:00');
  story.itIs('2026-07-03 09:00');
  const application = await fileApplication(solicitor, person, { filed: '2026-07-02', protects: [victim] });
  const breach = await reportBreach(officer, person, { when: '2026-07-02 21:15', kinds: ['message'] }, [noContact.wording]);
  await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-07-02'), by: 'respondent', against: 'making' });
  await solicitor.does(`/orders/${order}/correct`, { courtName: 'Nowhere', reason: 'Misread' });
  const proposed = { asks: 'variation', because: 'protected-person-moved', reason: 'She works in Assizeham now' };
  const { id: proposal } = await solicitor.tells(`/orders/${order}/proposals`, proposed);
  const listed = { courtType: 'magistrates', courtName: 'Testville', at: '2026-07-20' };
  const { id: hearing } = await solicitor.tells(`/applications/${application}/hearings`, { ...listed, purpose: 'directions' });
  const { id: orderHearing } = await solicitor.tells(`/orders/${order}/hearings`, { ...listed, purpose: 'variation' });
  const refused = await refusedAndAppealed(solicitor, person, victim);
  const draft = await preparedBy(solicitor, person, victim);
  const { appeals, conditions, services } = await solicitor.reads<OrderIds>(`/orders/${order}`);
  const { allegations, flags } = await eventually(
    () => officer.reads<BreachIds>(`/breaches/${breach}`),
    (seen) => seen.flags.length > 0,
  );
  story.itIs('2026-07-03 10:00');
  const pairs = await pairsOf(solicitor, officer);
  return {
    ...pairs,
    ...{ perpetrator: person, victim, photograph, application, order, breach },
    ...{ case: caseId, incident, classification, assessment },
    ...refused,
    ...{ proposal, hearing, orderHearing, draft },
    service: services[0]?.serviceId ?? '',
    appeal: appeals[0]?.appealId ?? '',
    version: conditions[0]?.current.versionId ?? '',
    allegation: allegations[0]?.allegationId ?? '',
    flag: flags[0]?.flagId ?? '',
  };
}

/** A refusal, and the force's appeal against it. */
async function refusedAndAppealed(solicitor: Desk, person: string, victim: string): Promise<Pick<Cast, 'refused' | 'refusalAppeal'>> {
  const refused = await fileApplication(solicitor, person, { filed: '2026-06-21', protects: [victim], interim: false });
  await endApplication(solicitor, refused, 'refused', '2026-07-01 12:00');
  const appeal = { on: '2026-07-02', by: 'chief-officer', courtType: 'crown', courtName: 'Testville Crown Court' };
  const { id } = await solicitor.tells(`/applications/${refused}/appeals`, appeal);
  return { refused, refusalAppeal: id };
}

/** An application in preparation, with an act, a condition and a piece of evidence. */
async function preparedBy(solicitor: Desk, perpetratorId: string, victim: string): Promise<string> {
  const { id } = await solicitor.tells(`/perpetrators/${perpetratorId}/drafts`, { asWell: true });
  const watching = { number: 1, code: 'SURV', wording: 'Not to watch or follow the protected person' };
  const write = (section: string, said: object) => solicitor.tells(`/drafts/${id}/${section}`, { seen: 0, ...said });
  await write('people', { protectedPersonIds: [victim], victimIds: [victim] });
  await write('acts', { acts: [{ kind: 'contact', from: '2026-06-18', what: 'He rang nine times' }] });
  await write('conditions', { duration: 'years', years: 2, conditions: [watching] });
  await write('evidence', { items: [{ kind: 'statement', reference: 'NN/1', description: 'Her statement' }] });
  return id;
}

/** Three records of their own: two alike, of which one is linked with the third. */
async function pairsOf(solicitor: Desk, officer: Desk): Promise<Pick<Cast, 'stranger' | 'link' | 'linked'>> {
  const stranger = await perpetrator(officer, { given: 'Zed', family: 'Otherwise', born: '1952-11-30' });
  await perpetrator(officer, { given: 'Zed', family: 'Otherwyse', born: '1952-11-30' });
  const third = await perpetrator(officer, { given: 'Una', family: 'Elsewhere', born: '1961-08-19' });
  const { items } = await eventually(
    () => solicitor.reads<{ items: readonly { readonly id: string }[] }>('/links'),
    (waiting) => waiting.items.length > 0,
  );
  const { id: linked } = await solicitor.tells(`/perpetrators/${third}/links/${stranger}`, { reason: 'He said so himself' });
  return { stranger, link: items[0]?.id ?? '', linked };
}
