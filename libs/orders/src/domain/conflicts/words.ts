import { formatDate } from '#calendar';
import { type ClausePart, isWithheld } from '#people';
import { areasIn, disagreementIn, isArea, type Speaking, plainWords } from '../condition-library.js';
import { kindRule } from '../kinds/index.js';
import { type Clause, filledIn } from './clause.js';
import type { Conflict, WhyConflict } from './conflicts.js';

/** How the reader of a conflict may hear of it. */
export interface Telling {
  /** The name of a force by its CJS code. */
  readonly forceName: (code: string) => string;
  /** How people of the draft, and of the other order, are called. */
  readonly drafted: Speaking;
  readonly theirs: Speaking;
  /** The words of the other order, which the force with this CJS code keeps, as far as the reader may read them: as on every other page. */
  readonly clause: (text: string, part: ClausePart, keeper: string, areas: readonly string[]) => string;
  /** Whether the reader may read what fills the blanks of the other order; otherwise the library's words stand alone. */
  readonly blanksOfOthers: boolean;
}

/** A conflict in plain words. */
export interface ToldConflict {
  readonly severity: Conflict['severity'];
  readonly why: WhyConflict;
  /** What is wrong or to be known, in a sentence. */
  readonly text: string;
  /** `Stalking protection order of Essex Police, made 3 May 2026`; null where it is the draft itself. */
  readonly order: string | null;
  readonly orderId: string | null;
  readonly drafted: readonly ToldClause[];
  readonly theirs: readonly ToldClause[];
}

export interface ToldClause {
  readonly number: number;
  /** `must not come within 200 metres of A`. */
  readonly text: string;
}

const sentences: Readonly<Record<WhyConflict, string>> = {
  'contact-exception': 'One allows contact that the other forbids.',
  'child-contact': 'One leaves room for contact about a child, the other does not.',
  'place-in-area': 'One sends the respondent to a place in an area that the other forbids.',
  'two-places-at-once': 'They send the respondent to two places at the same time.',
  'read-together': 'Read these together: whether they fit cannot be told from what is recorded as data.',
  'place-not-judged': 'Check on a map that the place is not in the area: only their names were compared.',
  'times-not-judged': 'Check that the times do not meet: they are not recorded as data in both.',
  same: 'The same is in force already.',
  'same-other-limits': 'The same kind of condition is in force already, with other limits. The respondent must keep to both.',
  'another-spo': 'A stalking protection order is in force. No condition of this one may be incompatible with it (SPA 2019 s.2(7)).',
  'another-interim':
    'An interim stalking protection order of another application is in force. Nothing here may be incompatible with it (SPA 2019 s.2(7)).',
  'interim-of-this-application':
    'The interim order of this application is in force. It ceases when the application is determined (SPA 2019 s.5).',
};

/** A conflict as a reader may hear of it. */
export function toldConflict(conflict: Conflict, telling: Telling): ToldConflict {
  const { why, severity, beside, drafted, theirs } = conflict;
  const own = (clause: Clause) => told(clause, telling.drafted);
  return {
    why,
    severity,
    text: sentences[why],
    order:
      beside === null ? null : `${kindRule(beside.kind).name} of ${telling.forceName(beside.force)}, made ${formatDate(beside.made.on)}`,
    orderId: beside?.orderId ?? null,
    drafted: drafted.map(own),
    theirs: theirs.map(beside === null ? own : (clause) => told(clause, telling.theirs, { ...telling, keeper: beside.force })),
  };
}

function told(clause: Clause, speaking: Speaking, other?: Telling & { readonly keeper: string }): ToldClause {
  const { plain, words } = clause;
  const open = other?.blanksOfOthers !== false;
  // Of a condition outside the library nothing is known but its words, nor of one whose blanks say something else.
  const contradicted = words.value !== null && disagreementIn(plain, words.value) !== null;
  const wordsOnly = plain.code === 'BESPOKE' || plain.wordsOnly || contradicted;
  const verbatim = wordsOnly && open ? words.value?.wording : undefined;
  const shown = (text: string, part: ClausePart, areas: readonly string[]) =>
    other ? other.clause(text, part, other.keeper, areas) : text;
  const said = (blanks: Readonly<Record<string, string>>) =>
    `${plain.category === 'prohibition' ? 'must not' : 'must'} ${plainWords(plain, blanks, speaking)}`;
  const areas = Object.entries(open ? filledIn(clause) : {}).map(
    ([name, value]) => [name, shown(value, 'area', isArea(plain, name) ? [value] : [])] as const,
  );
  const text = shown(verbatim ?? said(Object.fromEntries(areas)), 'clause', areasIn(plain, words.value));
  // Where all its words go, its kind is said.
  return { number: plain.number, text: isWithheld(text) ? `${said({})}. ${text}` : text };
}
