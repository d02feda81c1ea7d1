import { formatPeriod, startOfDay } from '#calendar';
import { caseWords, earliest, type Incident, incidentNumber, type OpenedCase } from '#cases';
import type { ApplicationDraft } from '#orders';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import { type Names, sentence } from '../sentences/index.js';
import { recorderOf, sourceOf, whenInWords } from './chronology-of-record.js';
import type { Act, CourtPack, PlacedAct } from './court-pack.js';
import * as words from './pack-words.js';
import type { RecordOfApplication } from './record-of-application.js';
import type { Speaking } from './speaking.js';

/** Every act the application relies on: those stated in it and the recorded incidents that were ticked, in the order they happened (SPA 2019 s.1(1)(a)). */
export function actsOf(incidents: readonly PlacedAct[], draft: ApplicationDraft | null, speaking: Speaking): CourtPack['acts'] {
  const content = draft?.sections.acts?.content;
  const placed = [...statedActs(content?.acts ?? [], speaking), ...incidents];
  return {
    why: speaking.said(content?.why, 'why the acts are associated with stalking', 'acts', 'facts', 'why'),
    list: placed.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1)).map(({ act }) => act),
  };
}

type Stated = NonNullable<ApplicationDraft['sections']['acts']>['content']['acts'];

function statedActs(acts: Stated, speaking: Speaking): PlacedAct[] {
  return acts.map(({ actId, kind, from, to, words: part }, nth) => {
    const when = formatPeriod(from, to ?? from);
    const act: Act = {
      when,
      kind: words.actKinds[kind],
      what: speaking.plain(part.value?.what, `the act of ${when}`, 'acts', `${actId}.what`, `acts.${nth}.what`),
      source: speaking.plain(part.value?.source, `where the act of ${when} is known from`, 'acts', `${actId}.source`, `acts.${nth}.source`),
      recorder: null,
    };
    return { act, from: startOfDay(from), id: actId };
  });
}

/** The recorded incidents that were ticked, but for those recorded in error. */
export function incidentActs(record: RecordOfApplication, draft: ApplicationDraft | null, names: Names, speaking: Speaking): PlacedAct[] {
  const ids = draft?.sections.acts?.content.incidentIds ?? [];
  const known = Object.values(record.history.summary.cases).flatMap((one) => (one.is === 'opened' ? numbered(one) : []));
  return known
    .filter(({ incidentId, inError }) => ids.includes(incidentId) && inError === null)
    .flatMap((incident) => {
      const told = record.lines.filter(({ fact }) => isOf(fact, incident.incidentId));
      const first = told.find(({ type }) => type === 'IncidentRecorded');
      return first ? [{ act: incidentAct(record, incident, told, first, { names, speaking }), ...placeOf(incident) }] : [];
    });
}

/** Each incident with the number that its case knows it by. */
function numbered(one: OpenedCase): (Incident & { readonly number: number })[] {
  return one.incidents.map((incident) => ({ ...incident, number: incidentNumber(one, incident.incidentId) }));
}

function isOf(fact: HistoryFactLine['fact'], incidentId: string): boolean {
  return (fact.type === 'IncidentRecorded' || fact.type === 'IncidentCorrected') && fact.data.incidentId === incidentId;
}

const placeOf = (incident: Incident) => ({ from: earliest(incident.occurred), id: incident.incidentId });

/** The incident on the page of its case. */
function placeOnCase({ data }: HistoryFactLine['fact'], incidentId: string): string | undefined {
  return 'caseId' in data ? `/cases/${data.caseId}#incident-${incidentId}` : undefined;
}

/** As it stands after its corrections. Its words have the key they have in the chronology, so that leaving them out leaves them out of both. */
function incidentAct(
  record: RecordOfApplication,
  { incidentId, occurred, conduct, account, number }: Incident & { readonly number: number },
  told: readonly HistoryFactLine[],
  first: HistoryFactLine,
  { names, speaking }: { readonly names: Names; readonly speaking: Speaking },
): Act {
  const latest = told.findLast(({ fact }) => 'personal' in fact && fact.personal !== undefined && 'account' in fact.personal) ?? first;
  const { heading, when } = sentence('investigation', { fact: latest.fact, envelope: latest.envelope }, names);
  const kind = conduct.map((one) => caseWords.conductWords[one]).join(', ') || 'Recorded incident';
  const text = account.value === null ? null : names.text(account.value);
  return {
    when: whenInWords(occurred),
    kind,
    what:
      text === null
        ? 'Erased'
        : speaking.recorded(text, `the words of “${heading}” of ${whenInWords(when)}`, latest.id, placeOnCase(first.fact, incidentId)),
    source: `${sourceOf(first)}, incident ${number}`,
    recorder: recorderOf(record, latest),
  };
}
