import { force, may, roleNames } from '#access';
import { formatDateTime } from '#calendar';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import { hearsayNotice } from '../domain/application-draft/hearsay-notice.js';
import { contentIn, type MissingPart, contradictsItself, hasOwnConflicts, unweighed } from '../domain/application-draft/missing.js';
import {
  type DraftSection,
  isAuthorised,
  isReadyToFile,
  nextStep,
  type SectionState,
  standingsOf,
  writtenSections,
} from '../domain/application-draft/sections.js';
import { toldInWords } from '../file-drafted-application/given-away-words.js';
import { type Answer, answersOf } from './answers.js';
import type { DraftContext } from './draft-contexts.js';
import * as words from './draft-words.js';
import { type LastSaved, stateOf } from './draft-row.js';
import { type Errand, errandsOf } from './errands.js';

/** A section as pages and the API show it. */
export interface SectionView {
  readonly section: DraftSection;
  readonly title: string;
  readonly state: SectionState;
  readonly stateWords: string;
  /** What is missing before the application can be filed, each with the place where to put it right. */
  readonly missing: readonly { readonly text: string; readonly href: string }[];
  /** The revision that whoever saves the section must have seen; null for what is not written. */
  readonly revision: number | null;
  /** Who saved it last, by role and force; null when nobody did. */
  readonly lastSaved: string | null;
  /** Null for a reader who may read no names. */
  readonly answers: readonly Answer[] | null;
}

/** A draft as one reader may read it. */
export interface DraftView {
  readonly id: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly forceName: string;
  readonly state: DraftContext['row']['state'];
  readonly begunOn: string;
  readonly changes: number;
  readonly sections: readonly SectionView[];
  readonly isReadyToFile: boolean;
  readonly next: { readonly text: string; readonly href: string } | null;
  readonly authorisation: {
    readonly is: 'none' | 'requested' | 'given' | 'refused';
    readonly isCurrent: boolean;
    readonly words: readonly string[];
  };
  /** What was decided about the orders in force, when it still covers them all. */
  readonly weighed: {
    readonly isCurrent: boolean;
    readonly orderIds: readonly string[];
    readonly reason: string | null;
    /** Who compared, by role and force, and when. */
    readonly by: string | null;
  } | null;
  /** Whether the drafted conditions may not fit together. */
  readonly ownConflicts: boolean;
  /** The hearsay notice by its days, with what is wrong with them; null where none is given or no hearing is stated. */
  readonly notice: { readonly serveBy: string; readonly problems: readonly string[] } | null;
  readonly abandoned: string | null;
}

/** The draft for the viewer of its context. */
export function draftView(context: DraftContext): DraftView {
  const { row, draft, around, speaking, viewer } = context;
  const mayRead = may(viewer, 'view-protected-person');
  const read = (text: { readonly value: string | null } | null): string | null =>
    text?.value && mayRead ? speaking.text(text.value) : null;
  const step = row.state === 'filed' ? null : nextStep(draft, around);
  const { authorisation, weighed, changes, abandoned } = draft;
  return {
    ...{ id: row.id, perpetratorId: row.perpetratorId, force: row.force, forceName: force(row.force)?.name ?? row.force },
    ...{ state: row.state === 'filed' ? row.state : stateOf(draft, around), begunOn: row.begunOn, changes },
    sections: sectionViews(context, mayRead),
    isReadyToFile: row.state !== 'filed' && isReadyToFile(draft, around),
    next: step && words.nextAction(step, row.id),
    authorisation: {
      is: authorisation.is,
      isCurrent: isCurrent(context),
      words: authorisationWords(context, read),
    },
    weighed: weighed && {
      isCurrent: unweighed(draft, around.live).length === 0 && !contradictsItself(draft),
      orderIds: weighed.orders.map(({ orderId }) => orderId),
      reason: read(weighed.reason),
      by: row.doc.compared ? savedWords(row.doc.compared, row.force) : null,
    },
    ownConflicts: hasOwnConflicts(draft),
    notice: noticeView(context),
    abandoned: abandoned && `${words.abandonReasons[abandoned.reason]}${read(abandoned.note) ? `. ${read(abandoned.note)}` : ''}`,
  };
}

/** Of what is filed the hearings that the court lists decide. */
export function noticeView({ row, draft, today }: DraftContext): DraftView['notice'] {
  const notice = row.state === 'filed' ? null : hearsayNotice(draft, today);
  return notice && { serveBy: notice.serveBy, problems: notice.problems.map((problem) => words.noticeProblems[problem](notice)) };
}

function savedWords({ role, at }: LastSaved, by: string): string {
  return `${roleNames[role]}, ${force(by)?.name ?? by}, ${formatDateTime(at)}`;
}

function sectionViews({ row, draft, around, speaking }: DraftContext, mayRead: boolean): readonly SectionView[] {
  return standingsOf(draft, around).map(({ section, state, missing }): SectionView => {
    const written = writtenSections.find((one) => one === section);
    const saved = written && row.doc.saved[written];
    return {
      ...{ section, title: words.sectionTitles[section], state, stateWords: words.stateWords[state] },
      missing: missing.flatMap((part) =>
        errandsOf(draft, part).map((errand) => ({ text: errand.text, href: whereToFill(row.id, section, part, errand) })),
      ),
      revision: written ? (draft.sections[written]?.revision ?? 0) : null,
      lastSaved: saved ? savedWords(saved, row.force) : null,
      answers: written && mayRead ? answersIn(written) : null,
    };
  });

  function answersIn(section: WrittenSection): readonly Answer[] {
    return answersOf(section, contentIn(draft, section), speaking);
  }
}

function whereToFill(id: string, section: DraftSection, part: MissingPart, { path, at }: Errand): string {
  return part === 'conflicts' ? `/drafts/${id}/orders-in-force` : `/drafts/${id}/${section}?mend=${path}#${at}`;
}

type Read = (text: { readonly value: string | null } | null) => string | null;

/** Whether what was asked or decided of the authorisation is about the draft as it stands. What is filed stays as it was authorised. */
function isCurrent({ row, draft, around }: DraftContext): boolean {
  const { authorisation, changes } = draft;
  if (authorisation.is === 'given' && row.state !== 'filed') return isAuthorised(draft, around);
  return authorisation.is !== 'none' && authorisation.of === changes;
}

function authorisationWords(context: DraftContext, read: Read): readonly string[] {
  const { authorisation, changes } = context.draft;
  switch (authorisation.is) {
    case 'none':
      return ['Not asked for yet'];
    case 'requested':
      return [
        isCurrent(context)
          ? 'Asked for; waiting for an authorising officer'
          : 'Asked for, and the application changed since. Ask again when it is whole',
      ];
    case 'given': {
      const by = `${read(authorisation.officer) ?? 'An authorising officer'} (${words.rankNames[authorisation.rank].toLowerCase()})`;
      const note = read(authorisation.note);
      const what =
        authorisation.of === changes
          ? 'An incident that it relies on was corrected or recorded in error since'
          : 'The application changed since';
      const still = isCurrent(context) ? [] : [`${what}. It must be authorised again`];
      const seen = authorisation.givesAway;
      const knowing = seen.length > 0 ? [`They saw what it would tell the respondent: ${toldInWords(seen)}`] : [];
      return [`Authorised by ${by}`, ...(note ? [note] : []), ...knowing, ...still];
    }
    case 'refused': {
      const by = `${read(authorisation.officer) ?? 'An authorising officer'} (${words.rankNames[authorisation.rank].toLowerCase()})`;
      const reason = read(authorisation.reason);
      return [`Not authorised by ${by}`, ...(reason ? [`Because: ${reason}`] : [])];
    }
  }
}
