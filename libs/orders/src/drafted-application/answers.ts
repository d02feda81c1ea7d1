import { formatDate, formatPeriod, type LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { hearsayAsked, interimAsked } from '../domain/application-draft/asked.js';
import type { DraftContents, WrittenSection } from '../domain/application-draft/contents.js';
import { noticeBy } from '../domain/application-draft/hearsay-notice.js';
import { libraryCondition } from '../domain/condition-library.js';
import { areaBases } from '../file-application/file-application.dto.js';
import { actKinds, evidenceKinds, harms, riskGrades } from './draft-words.js';

/** One question of a section with its answer, each line a paragraph. No line: not answered. */
export interface Answer {
  readonly label: string;
  readonly lines: readonly string[];
}

/** How people and sealed words read to whoever looks. */
export interface Speaking {
  readonly person: (id: string) => string;
  readonly text: (value: string) => string;
  /** A recorded incident by id: its day and what is on record of it. */
  readonly incident: (id: string) => string;
  /** The day the application was begun: its clocks keep the length that they had then. */
  readonly begunOn: LocalDate;
}

type Answered = { readonly [Section in WrittenSection]: (content: DraftContents[Section], speaking: Speaking) => readonly Answer[] };

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const yesNo = (answer: boolean | null): readonly string[] => (answer === null ? [] : [answer ? 'Yes' : 'No']);
const one = (text: string | null | undefined): readonly string[] => (text ? [text] : []);
const day = (on: string | null): readonly string[] => (on === null ? [] : [formatDate(on)]);

function words(text: Personal<string> | null, { text: shown }: Speaking): readonly string[] {
  if (text === null) return [];
  return text.value === null ? ['Erased'] : shown(text.value).split('\n').filter(Boolean);
}

const answered: Answered = {
  parties: ({ applicant, courtName, forum, reference }, speaking) => [
    { label: 'Applicant', lines: words(applicant, speaking) },
    { label: 'Court', lines: one(courtName) },
    ...(forum ? [{ label: 'Which court hears it', lines: [forum === 'youth' ? 'Youth court' : 'Magistrates’ court'] }] : []),
    { label: 'Your reference', lines: words(reference, speaking) },
  ],
  people: ({ protectedPersonIds, victimIds, byProxy }, speaking) => [
    { label: 'To protect', lines: protectedPersonIds.map(speaking.person) },
    { label: 'Who suffered the acts', lines: victimIds.map(speaking.person) },
    ...(byProxy ? [{ label: 'How the risk reaches the others', lines: words(byProxy, speaking) }] : []),
  ],
  acts: ({ acts, incidentIds, why }, speaking) => [
    ...acts
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ kind, from, to, words: said }) => ({
        label: to === null ? formatDate(from) : formatPeriod(from, to),
        lines: said.value
          ? [
              speaking.text(said.value.what),
              `${sentence(actKinds[kind])}${said.value.source ? `. Source: ${speaking.text(said.value.source)}` : ''}`,
            ]
          : ['Erased'],
      })),
    ...(incidentIds.length > 0 ? [{ label: 'Recorded incidents', lines: incidentIds.map((id) => speaking.incident(id)) }] : []),
    { label: 'Why they are associated with stalking', lines: words(why, speaking) },
  ],
  risk: ({ harms: at, grade, assessedOn, facts }, speaking) => [
    { label: 'Harm at risk', lines: at.map((harm) => sentence(harms[harm])) },
    { label: 'Facts relied on', lines: words(facts, speaking) },
    {
      label: 'Assessed as',
      lines: grade ? [`${sentence(riskGrades[grade])}${assessedOn ? `, on ${formatDate(assessedOn)}` : ''}`] : day(assessedOn),
    },
  ],
  necessity: ({ facts, alternatives }, speaking) => [
    { label: 'Why an order is necessary', lines: words(facts, speaking) },
    { label: 'Why other measures are not enough', lines: words(alternatives, speaking) },
  ],
  area: ({ basis, facts }, speaking) => [
    { label: 'Basis', lines: basis ? [sentence(areaBases[basis])] : [] },
    { label: 'Facts relied on', lines: words(facts, speaking) },
  ],
  conditions: ({ duration, conditions }, speaking) => [
    { label: 'How long', lines: durationLines(duration) },
    ...conditions
      .toSorted((a, b) => a.plain.number - b.plain.number)
      .map(({ plain, words: said }) => ({
        label: `Condition ${plain.number}`,
        lines: said.value
          ? [
              speaking.text(said.value.wording),
              ...(said.value.locality ? [`Only in: ${speaking.text(said.value.locality)}`] : []),
              ...(plain.end?.is === 'fixed' ? [`To the end of ${formatDate(plain.end.lastDay)}`] : []),
              said.value.necessity ? `Necessary because: ${speaking.text(said.value.necessity)}` : 'Why it is necessary is not stated',
              libraryCondition(plain.code).title,
            ]
          : ['Erased'],
      })),
  ],
  interim: (content, speaking) => {
    const { sought, notice, until, why, whyWithoutNotice } = interimAsked(content);
    return [
      { label: 'Interim order asked for', lines: yesNo(sought) },
      ...(sought === true
        ? [
            { label: 'Why it is appropriate', lines: words(why, speaking) },
            { label: 'Until the end of', lines: [until ? formatDate(until) : 'Left to the court'] },
            { label: 'Notice', lines: notice ? [notice === 'with' ? 'With notice' : 'Without notice'] : [] },
            ...(notice === 'without' ? [{ label: 'Why without notice', lines: words(whyWithoutNotice, speaking) }] : []),
          ]
        : []),
    ];
  },
  evidence: ({ items }, speaking) =>
    items.map(({ kind, reference, on, words: said }) => ({
      label: reference ?? sentence(evidenceKinds[kind]),
      lines: said.value
        ? [
            speaking.text(said.value.description),
            ...(said.value.producedBy ? [`Produced by ${speaking.text(said.value.producedBy)}`] : []),
            ...day(on),
          ]
        : ['Erased'],
    })),
  hearsay: (content, speaking) => {
    const { relied, hearingOn, what, why } = hearsayAsked(content);
    return [
      { label: 'Hearsay relied on', lines: yesNo(relied) },
      ...(relied === true
        ? [
            { label: 'What it is', lines: words(what, speaking) },
            { label: 'Why the witness is not called', lines: words(why, speaking) },
          ]
        : []),
      { label: 'Hearing', lines: day(hearingOn) },
      ...(relied === true && hearingOn !== null
        ? [{ label: 'Notice to be served by', lines: day(noticeBy(hearingOn, speaking.begunOn)) }]
        : []),
    ];
  },
};

/** A section as questions and answers, for the page that checks it and for whoever compares two versions of it. */
export function answersOf<Section extends WrittenSection>(
  section: Section,
  content: DraftContents[Section],
  speaking: Speaking,
): readonly Answer[] {
  return answered[section](content, speaking);
}

function durationLines(duration: DraftContents['conditions']['duration']): readonly string[] {
  if (duration === null) return [];
  return [duration.is === 'years' ? `${duration.years} years` : 'Until a further order'];
}
