import { type GivesAway, hinting, namingTown, saying, type Whereabouts } from '#people';
import { leftOut } from './court-pack.js';
import { mapWords, type Paper, printed, type Said, type Words, wordsIn } from './paper.js';

/** Words of a document that say where a protected person is, or how they are reached. */
export interface Leak {
  readonly words: Words;
  readonly gives: GivesAway;
}

/** Every place in the document that says where somebody is, or how they are reached, in any spelling that a reader would understand. */
export function leaksIn(paper: Paper, whereabouts: readonly Whereabouts[]): readonly Leak[] {
  const says = saying(whereabouts);
  return wordsIn(paper).flatMap((words) => {
    const gives = says(printed(words));
    return gives ? [{ words, gives }] : [];
  });
}

/**
 * Fields of the document that somebody must read before it is served: they have a name with a capital that is that of a street or house of
 * somebody protected, without `Street` or `House`; or they are the reason of a condition and say that its area is where somebody lives, works or
 * learns; or they are of a condition and name a town of somebody that is new to the respondent. `names`: whose names the document has; `known`: what
 * the respondent has read or heard, or did himself.
 */
export function toReadIn(
  paper: Paper,
  whereabouts: readonly Whereabouts[],
  names: readonly string[],
  known: readonly string[],
): readonly string[] {
  const says = hinting(whereabouts, names);
  const namesTown = namingTown(whereabouts, known);
  const isToRead = ({ text, field }: Said): boolean =>
    says(text) || (isReason.test(field) && saysWhose(text)) || (isOfCondition.test(field) && namesTown(text));
  return [...new Set(wordsIn(paper).flatMap((words) => (typeof words !== 'string' && isToRead(words) ? [words.field] : [])))];
}

const isReason = /^the reason of condition /;
const isOfCondition = /^the (?:(?:new )?(?:wording|place)|reason) of condition /;

/** What of a pack says what the respondent did: he knows where. */
export function ofActs(paper: Paper): readonly string[] {
  return wordsIn(paper).flatMap((words) => (typeof words !== 'string' && /^incident\b/i.test(words.field) ? [words.text] : []));
}

/** What says whose an area is: `She lives and works there`, `It is her school`. */
const there =
  /\b(?:li(?:ves?|ved|ving)|work(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|stay(?:s|ed|ing)?|moved|goes to school|is|are)\b(?:\s+[\p{L}’']+){0,4}\s+(?:there|here|nearby)\b/iu;
const theirs =
  /\b(?:her|his|their|victim[’']?s|person[’']?s)\s+(?:\p{L}+\s+){0,2}(?:home|house|flat|address|work|workplace|office|shop|school|nursery|college|university)\b/iu;

function saysWhose(text: string): boolean {
  return there.test(text) || theirs.test(text);
}

/** The document with a sentence in place of all words that say where somebody is. */
export function withoutLeaks(paper: Paper, whereabouts: readonly Whereabouts[]): Paper {
  const says = saying(whereabouts);
  const kept = (words: Words): Words => (says(printed(words)) === null ? words : leftOut);
  return { ...paper, parts: paper.parts.map((part) => ({ ...part, blocks: part.blocks.map((block) => mapWords(block, kept)) })) };
}
