import { force } from '#access';
import { daysBetween, formatDate, formatDateTime, formatPeriod, type Instant, type LocalDate, londonDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { hiddenIn, type Masked, masked, placeKnownTo, readsSafetyNotes, type ReportedPlace, unsaidPlaces } from '#people';
import type { Assessment, Classification, Consideration, Incident, OpenedCase } from '../domain/case.js';
import type { Occurred } from '../domain/occurred.js';
import { offenceInWords } from '../domain/offences.js';
import { riskQuestion, riskTool } from '../domain/risk-tools.js';
import {
  considerationStanding,
  type ConsiderationStanding,
  currentGrade,
  incidentNumber,
  lastOutcome,
  principalCrime,
  supports,
} from '../domain/standing.js';
import type { CaseRow } from './case-row.js';
import { timeline } from './case-timeline.js';
import * as words from './words.js';

/** A protected person as one reader may know them; what `ProtectedPeople.knownAs` of people answers. */
export interface KnownPerson {
  readonly id: string;
  readonly letter: string;
  readonly name: string | null;
  /** Spellings of the name that must not reach this reader in free text. */
  readonly hide: Masked['hide'];
  readonly isRestricted?: boolean;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/** How the page of a case speaks to one reader of people and of what was written down. */
export interface Spoken {
  person(id: string): string;
  /** The words as this reader may read them; null once they are erased, or where there are none. */
  text(part: Personal<string> | null | undefined): string | null;
}

/**
 * `areOwn`: whether the force that investigates is the reader's, who then reads what it wrote as it was written. `hide`: what of other places
 * must not be read.
 */
export function spokenTo(known: readonly KnownPerson[], areOwn: boolean, hide: Masked['hide'] = []): Spoken {
  const person = (id: string): string => {
    const found = known.find((one) => one.id === id);
    return found?.name ?? (found ? `protected person ${found.letter}` : 'a protected person');
  };
  const masks = [
    ...hiddenIn(known, areOwn).map((one) => ({ ...one, instead: person(one.id) })),
    ...(areOwn ? [] : [{ instead: '', hide }]),
  ];
  return { person, text: (part) => (part?.value ? masked(part.value, masks) : null) };
}

export type CaseView = ReturnType<typeof caseView>;

/** Everything the page and the API say of a case to a reader of the force `own`, on the London day `today`. */
export function caseView(
  { id, doc, log, recordedAt }: CaseRow,
  known: readonly KnownPerson[],
  { today, own, isWithheld = false }: { readonly today: LocalDate; readonly own: string; readonly isWithheld?: boolean },
) {
  // Only the force that investigates writes in a case.
  const spoken = spokenTo(known, doc.force === own, unsaidPlaces(own, placesIn(doc), known));
  const grade = currentGrade(doc);
  const outcome = lastOutcome(doc);
  // Where it happened can be somebody's home.
  const isPlaceRead = readsSafetyNotes(own, doc.force, known);
  const placeOf = ({ place }: Incident) => (place === null || isPlaceRead ? spoken.text(place) : placeKnownTo(doc.force));
  const incidents = [...doc.incidents].sort(byOccurrence);
  return {
    id,
    perpetratorId: doc.perpetratorId,
    force: forceView(doc.force),
    openedOn: doc.openedOn,
    recordedAt,
    source: { is: doc.source, text: words.sourceWords[doc.source] },
    /** Whether the role of the reader keeps from them what was written down: what is null then was not erased. */
    isWithheld,
    summary: spoken.text(doc.summary),
    grade: { is: grade, ...words.gradeTags[grade ?? 'none'] },
    outcome: outcome && { is: outcome.outcome, text: words.outcomeWords[outcome.outcome], on: outcome.on },
    people: doc.protectedPersonIds.map((personId) => ({
      id: personId,
      text: sentence(spoken.person(personId)),
      supports: supports(doc, personId),
      said: doc.support.findLast(({ protectedPersonId }) => protectedPersonId === personId)?.on ?? null,
    })),
    references: doc.references.map(({ referenceId, kind, givenBy, system, number }) => ({
      referenceId,
      kind: words.referenceWords[kind],
      givenBy: forceView(givenBy),
      system,
      number: spoken.text(number),
    })),
    considered: consideredView(doc, today, spoken),
    incidents: incidents.map((incident) => ({ ...incidentView(incident, doc, log, spoken, isWithheld), place: placeOf(incident) })),
    principal: principalView(doc),
    classifications: doc.classifications.filter(({ incidentId }) => incidentId === null).map((one) => classificationView(one, spoken)),
    assessments: [...doc.assessments].reverse().map((assessment) => assessmentView(assessment, spoken)),
    outcomes: doc.outcomes.map(({ outcomeId, outcome: what, on, reason, offenceCodes, applicationId, note }) => ({
      outcomeId,
      is: what,
      text: words.outcomeWords[what],
      on,
      reason: reason && words.nfaWords[reason],
      offences: offenceCodes.map((code) => ({ code, text: offenceInWords(code) })),
      applicationId,
      note: spoken.text(note),
    })),
    timeline: timeline(log, spoken),
  };
}

/** Where the incidents are recorded to have happened, those recorded in error among them. */
function placesIn({ incidents, force: wrote }: OpenedCase): ReportedPlace[] {
  return incidents.flatMap(({ place }) => (place?.value ? [{ place: place.value, wrote, isOfTexts: true }] : []));
}

/** How an order was considered: the answer that the page gives first. */
function consideredView(doc: OpenedCase, today: LocalDate, spoken: Spoken) {
  const is = considerationStanding(doc, today);
  return {
    is,
    ...words.standingTags[is],
    heading: standingHeadings[is],
    daysOpen: Math.max(0, daysBetween(doc.openedOn, today)),
    all: [...doc.considerations].reverse().map((one) => considerationView(one, spoken)),
  };
}

const standingHeadings: Readonly<Record<ConsiderationStanding, string>> = {
  missing: 'Nobody has recorded whether an order was considered',
  unreasoned: 'An order is not sought or put off, and no sufficient reason is recorded',
  overdue: 'Whether to seek an order should have been looked at again',
  yes: 'An order is to be sought',
  no: 'An order was considered and is not sought',
  deferred: 'Whether to seek an order will be looked at again',
};

function considerationView({ considerationId, decision, reasons, on, by, lookAgainOn, rationale }: Consideration, spoken: Spoken) {
  return {
    considerationId,
    decision,
    text: words.decisionWords[decision],
    reasons: reasons.map((reason) => ({ is: reason, text: words.reasonWords[reason] })),
    on,
    by: words.assessorWords[by],
    lookAgainOn,
    rationale: spoken.text(rationale),
  };
}

function incidentView(incident: Incident, doc: OpenedCase, log: CaseRow['log'], spoken: Spoken, isWithheld: boolean) {
  const { incidentId, occurred, reportedAt, channel, reporter, conduct, protectedPersonIds, account, corrections, inError } = incident;
  const recordedAt = recordedWhen(log, incidentId) ?? reportedAt;
  return {
    incidentId,
    number: incidentNumber(doc, incidentId),
    occurred: { ...occurred, words: occurredInWords(occurred) },
    reportedAt,
    recordedAt,
    /** Days between the report and its recording. */
    recordedLate: daysBetween(londonDate(reportedAt), londonDate(recordedAt)),
    channel: words.channelWords[channel],
    reporter: words.reporterWords[reporter],
    conduct: conduct.map((one) => ({ is: one, text: words.conductWords[one] })),
    what: conduct.map((one, nth) => (nth === 0 ? words.conductWords[one] : words.conductWords[one].toLowerCase())).join(', '),
    people: protectedPersonIds.map((personId) => ({ id: personId, text: sentence(spoken.person(personId)) })),
    account: spoken.text(account),
    corrections,
    inError: inError && (spoken.text(inError) ?? `Why is ${isWithheld ? 'not shown to your role' : 'erased'}`),
    classifications: doc.classifications.filter((one) => one.incidentId === incidentId).map((one) => classificationView(one, spoken)),
  };
}

function recordedWhen(log: CaseRow['log'], incidentId: string): Instant | null {
  const entry = log.find(({ fact }) => fact.type === 'IncidentRecorded' && fact.data.incidentId === incidentId);
  return entry?.recordedAt ?? null;
}

/** The principal crime as a form names it: `about` says whether it is one incident or the whole course of conduct. */
function principalView(doc: OpenedCase) {
  const principal = principalCrime(doc);
  if (!principal) return null;
  const { classificationId, offenceCode, incidentId } = principal;
  const about = incidentId === null ? 'the whole course of conduct' : `incident ${incidentNumber(doc, incidentId)}`;
  return { classificationId, offenceCode, text: offenceInWords(offenceCode), about };
}

function classificationView({ classificationId, offenceCode, principal, principalUntil, on, cancelled }: Classification, spoken: Spoken) {
  return {
    classificationId,
    offenceCode,
    text: offenceInWords(offenceCode),
    principal,
    principalUntil,
    on,
    cancelled: cancelled && { on: cancelled.on, reason: spoken.text(cancelled.reason) },
  };
}

function assessmentView(assessment: Assessment, spoken: Spoken) {
  const { assessmentId, tool, version, answers, grade, firstGrade, assessor, on, protectedPersonId, note, regrades } = assessment;
  const { name, questions } = riskTool(tool);
  const place = (question: string): number => {
    const found = questions.findIndex(({ code }) => code === question);
    return found < 0 ? Number(question.replace(/\D/g, '')) : found;
  };
  return {
    assessmentId,
    tool: { is: tool, name, version },
    grade: { is: grade, ...words.gradeTags[grade] },
    firstGrade: { is: firstGrade, ...words.gradeTags[firstGrade] },
    assessor: words.assessorWords[assessor],
    on,
    about: protectedPersonId === null ? null : sentence(spoken.person(protectedPersonId)),
    notAsked: questions.filter(({ code }) => answers[code] === undefined).length,
    answers: Object.entries(answers)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([question, answer]) => ({
        question,
        text: riskQuestion(tool, question)?.text ?? `Question ${question.replace(/^q/, '')}`,
        is: answer,
        answer: words.answerWords[answer],
      })),
    note: spoken.text(note),
    regrades: regrades.map(({ regradeId, from, grade: to, assessor: by, on: day, reason }) => ({
      regradeId,
      from: words.gradeWords[from],
      to: words.gradeWords[to],
      by: words.assessorWords[by],
      on: day,
      reason: spoken.text(reason),
    })),
  };
}

/** `18 Nov 2026 at 23:40`, one day, or the range of days. */
export function occurredInWords({ on, until, at }: Occurred): string {
  return at === null ? formatPeriod(on, until) : formatDateTime(at);
}

/** `Investigation opened 3 Mar 2026` */
export function caseInWords({ openedOn }: Pick<OpenedCase, 'openedOn'>): string {
  return `Investigation opened ${formatDate(openedOn)}`;
}

function byOccurrence(a: Incident, b: Incident): number {
  const [one, other] = [a.occurred.at ?? a.occurred.on, b.occurred.at ?? b.occurred.on];
  return one < other ? -1 : one > other ? 1 : 0;
}

function forceView(cjs: string): { readonly cjs: string; readonly name: string } {
  return { cjs, name: force(cjs)?.name ?? `Force ${cjs}` };
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
