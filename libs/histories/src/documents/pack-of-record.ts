import { force } from '#access';
import { formatDate, londonDate } from '#calendar';
import { typeName } from '#cases';
import type { Personal } from '#event-sourcing';
import {
  type ApplicationDraft,
  type Condition as OrderCondition,
  type ConditionWords,
  hearsayAsked,
  interimAsked,
  isOfYouth,
  isOrderInError,
  kindRule,
  type MadeOrder,
  nothingOfYouth,
  noticedHearing,
  ranks,
  type SoughtCondition,
  whenInWords,
  wouldBeOfYouth,
} from '#orders';
import { actsOf, incidentActs } from './acts-of-record.js';
import type { Condition, CourtPack } from './court-pack.js';
import { chronologyOf, namesIn } from './chronology-of-record.js';
import { basisOf, nameOf, respondentOf } from './people-of-record.js';
import { type RecordOfApplication, stateOf } from './record-of-application.js';
import type { Said } from './paper.js';
import * as words from './pack-words.js';
import { youthNotice } from './youth-notice.js';
import { Speaking } from './speaking.js';

/** A pack of what is recorded. `leftOut`: keys of words to leave out, with a sentence in their place. Null when there is no such application. */
export function packOf(record: RecordOfApplication, leftOut: ReadonlySet<string>, since = false): CourtPack | null {
  const { draft, filed, youth } = stateOf(record.facts);
  const about = filed ?? draft;
  if (!about) return null;
  const id = about.applicationId;
  const speaking = new Speaking(filed ? null : `/drafts/${id}`, leftOut);
  const sections = draft?.sections ?? {};
  const hearsay = sections.hearsay && hearsayAsked(sections.hearsay.content);
  const parties = sections.parties?.content;
  const people = sections.people?.content;
  const court = filed?.court.name ?? parties?.courtName ?? null;
  const basis = basisOf(record);
  // As it stood at the filing, so that the pack of what was filed can be made again.
  const asOf = filed && !since ? filed.filedOn : londonDate(basis.newest);
  const respondent = respondentOf(record);
  const isYouthCourt = filed ? filed.forum === 'youth' : draft !== null && wouldBeOfYouth(draft, respondent.dateOfBirth, asOf);
  const isOf = youth !== null || (filed ? isOfYouth(filed, respondent.dateOfBirth) : isYouthCourt);
  const names = (ids: readonly string[]) => ids.map((one) => nameOf(record, one));
  const named = [...(filed?.protectedPersonIds ?? people?.protectedPersonIds ?? []), ...(filed?.victimIds ?? people?.victimIds ?? [])];
  const called = namesIn(record, named, about.force);
  const incidents = incidentActs(record, draft, called, speaking);
  return {
    isFiled: filed !== null,
    application: id.slice(0, 8),
    force: force(about.force)?.fullName ?? `force ${about.force}`,
    court: {
      name: speaking.plain(court, 'the name of the court', 'parties', 'facts', 'courtName'),
      kind: words.courtKinds[isYouthCourt ? 'youth' : 'adult'],
    },
    reference: speaking.said(filed?.reference, 'the court reference', 'parties', 'reference'),
    ownReference: speaking.said(parties?.reference, 'the reference of the force', 'parties', 'ownReference', 'reference'),
    applicant: speaking.said(parties?.applicant, 'who applies', 'parties', 'applicant'),
    filedOn: filed?.filedOn ?? null,
    authorised: authorisedBy(draft, speaking),
    basis,
    since,
    respondent: {
      ...respondent,
      youth: isOf
        ? youthNotice({
            ...{ record: youth ?? nothingOfYouth, isYouthCourt, dateOfBirth: respondent.dateOfBirth, on: asOf },
            then: filed && { is: 'application', on: filed.filedOn },
          })
        : null,
    },
    protectedPeople: names(filed?.protectedPersonIds ?? people?.protectedPersonIds ?? []),
    victims: names(filed?.victimIds ?? people?.victimIds ?? []),
    byProxy: speaking.said(people?.byProxy, 'how the risk reaches somebody who did not suffer the acts', 'people', 'facts', 'byProxy'),
    area: areaOf(draft, filed?.areaBasis ?? null, speaking),
    acts: actsOf(incidents, draft, speaking),
    risk: riskOf(draft, speaking),
    necessity: {
      facts: speaking.said(sections.necessity?.content.facts, 'why an order is necessary', 'necessity'),
      alternatives: speaking.said(
        sections.necessity?.content.alternatives,
        'why other measures are not enough',
        'necessity',
        'alternatives',
      ),
    },
    grounds: speaking.said(filed?.grounds, 'the grounds', 'grounds'),
    sought: soughtOf(record, draft, speaking),
    interim: interimOf(draft, filed, speaking),
    evidence: (sections.evidence?.content.items ?? []).map(({ kind, reference, on, words: part }, nth) => ({
      kind: words.evidenceKinds[kind],
      reference: speaking.plain(
        reference,
        `the reference of evidence ${nth + 1}`,
        'evidence',
        `${nth}.reference`,
        `items.${nth}.reference`,
      ),
      on,
      description: speaking.plain(
        part.value?.description,
        `the description of evidence ${nth + 1}`,
        'evidence',
        `${nth}.description`,
        `items.${nth}.description`,
      ),
      producedBy: speaking.plain(
        part.value?.producedBy,
        `who produces evidence ${nth + 1}`,
        'evidence',
        `${nth}.producedBy`,
        `items.${nth}.producedBy`,
      ),
    })),
    exhibits: record.exhibits.flatMap(({ id: exhibitId, doc }) => {
      const content = doc.withdrawn ? null : doc.content.value;
      if (!content) return [];
      const description: Said = speaking.recorded(
        content.description,
        `the description of exhibit ${doc.number}`,
        `exhibit.${exhibitId}`,
        `/exhibits/${exhibitId}`,
      );
      return [{ number: doc.number, description, type: typeName(doc.mediaType), sha256: content.sha256 }];
    }),
    hearsay: {
      relied: hearsay?.relied ?? null,
      hearingOn: noticedHearing(filed?.hearings ?? [], hearsay?.hearingOn ?? null),
      what: speaking.said(hearsay?.what, 'the hearsay that is relied on', 'hearsay', 'facts', 'what'),
      why: speaking.said(hearsay?.why, 'why the hearsay is relied on', 'hearsay', 'why'),
    },
    chronology: chronologyOf(record, incidents, called, speaking),
  };
}

function authorisedBy(draft: ApplicationDraft | null, speaking: Speaking): CourtPack['authorised'] {
  const authorisation = draft?.authorisation;
  if (authorisation?.is !== 'given') return null;
  const { officer, rank } = authorisation;
  return { officer: speaking.said(officer, 'who authorised it', 'authorisation', 'officer'), rank: ranks[rank] };
}

function areaOf(draft: ApplicationDraft | null, filed: keyof typeof words.areas | null, speaking: Speaking): CourtPack['area'] {
  const content = draft?.sections.area?.content;
  const basis = filed ?? content?.basis ?? null;
  return { words: basis && words.areas[basis], facts: speaking.said(content?.facts, 'what shows that this force may apply', 'area') };
}

function riskOf(draft: ApplicationDraft | null, speaking: Speaking): CourtPack['risk'] {
  const content = draft?.sections.risk?.content;
  const { harms = [], grade = null, assessedOn = null } = content ?? {};
  return { harms, grade, assessedOn, facts: speaking.said(content?.facts, 'the facts that show the risk', 'risk') };
}

function interimOf(
  draft: ApplicationDraft | null,
  filed: { interimSought: boolean; notice: 'with' | 'without' } | null,
  speaking: Speaking,
): CourtPack['interim'] {
  const section = draft?.sections.interim;
  const content = section && interimAsked(section.content);
  return {
    sought: filed?.interimSought ?? content?.sought ?? false,
    notice: filed?.notice ?? content?.notice ?? null,
    until: content?.until ?? null,
    why: speaking.said(content?.why, 'why an interim order is appropriate', 'interim', 'facts', 'why'),
    whyWithoutNotice: speaking.said(content?.whyWithoutNotice, 'why it is asked for without notice', 'interim', 'whyWithoutNotice'),
  };
}

/** The conditions as they were drafted; of an application that was not drafted here those that the court made on it, if it made any. */
function soughtOf({ history, facts }: RecordOfApplication, draft: ApplicationDraft | null, speaking: Speaking): CourtPack['sought'] {
  const content = draft?.sections.conditions?.content;
  if (content && content.conditions.length > 0) {
    const conditions = content.conditions.map((one, nth) => soughtCondition(one, nth, speaking)).toSorted((a, b) => a.number - b.number);
    const { duration } = content;
    return { duration: duration && (duration.is === 'years' ? years(duration.years) : 'Until a further order'), conditions, made: null };
  }
  const id = facts[0]?.fact.data.applicationId;
  const order = Object.values(history.summary.orders)
    .flatMap((one): MadeOrder[] => (one.is === 'unmade' || isOrderInError(one) || one.applicationId !== id ? [] : [one]))
    .toSorted((a, b) => (a.made.on < b.made.on ? 1 : -1))[0];
  if (!order) return { duration: null, conditions: [], made: null };
  const { kind, made, ends, replaces } = order;
  const duration = `${kindRule(kind).name} made on ${formatDate(made.on)}, ${words.endWords(ends[0]?.end ?? { is: 'unknown' })}`;
  return {
    duration,
    conditions: order.conditions.flatMap((one) => madeCondition(one, speaking)),
    made: { isInterim: kind === 'interim-spo', when: whenInWords(made), replacesInterim: replaces !== null },
  };
}

function soughtCondition({ plain, words: part }: SoughtCondition, nth: number, speaking: Speaking): Condition {
  const { number, category, end, versionId } = plain;
  const notes = end ? [`Its own period: ${words.endWords(end)}`] : [];
  return { number, category, notes, ...conditionWords(part, { number, id: versionId, nth }, speaking) };
}

function madeCondition({ versions }: OrderCondition, speaking: Speaking): Condition[] {
  const first = versions.find(({ by }) => by === 'order');
  if (!first) return [];
  const { number, category, versionId } = first.plain;
  return [{ number, category, notes: [], ...conditionWords(first.words, { number, id: versionId, nth: 0 }, speaking) }];
}

function conditionWords(
  part: Personal<ConditionWords>,
  { number, id, nth }: { readonly number: number; readonly id: string; /** Its row in the form. */ readonly nth: number },
  speaking: Speaking,
): Pick<Condition, 'wording' | 'necessity' | 'locality'> {
  const say = (value: string | null | undefined, what: string, name: string) =>
    speaking.plain(value, `${what} of condition ${number}`, 'conditions', `${id}.${name}`, `conditions.${nth}.${name}`);
  return {
    wording: say(part.value?.wording, 'the wording', 'wording'),
    necessity: say(part.value?.necessity, 'the reason', 'necessity'),
    locality: say(part.value?.locality, 'the place', 'locality'),
  };
}

function years(count: number): string {
  return count === 1 ? 'One year' : `${count} years`;
}
