import { personal } from '#event-sourcing';
import type { ExhibitFact } from './events.js';
import type { Exhibit, ExhibitsState } from './exhibits.js';

export interface NameSubjectsDetails {
  readonly exhibitId: string;
  /** The force that named them, by CJS code. */
  readonly force: string;
  /** Everybody whom the record is known to be about now. */
  readonly people: readonly string[];
  /** Whether one of them was erased before the file could be sealed under their key: its bytes are gone then. */
  readonly isErased: boolean;
}

/** Whom the file must be sealed for besides those it is sealed for. Of a file that nobody can read any more: nobody. */
export function notYetSubjects({ content }: Pick<Exhibit, 'content'>, people: readonly string[]): readonly string[] {
  return content.value === null ? [] : people.filter((id) => !content.about.includes(id));
}

/** The file is about these people too. Nothing when it is known already. A withdrawn file is still one. */
export function nameSubjects({ exhibits }: ExhibitsState, { exhibitId, force, people, isErased }: NameSubjectsDetails): ExhibitFact[] {
  const exhibit = exhibits.find((one) => one.exhibitId === exhibitId);
  const named = exhibit ? notYetSubjects(exhibit, people) : [];
  if (!exhibit || named.length === 0) return [];
  const { perpetratorId, place, number, content } = exhibit;
  const [first = perpetratorId, ...others] = [...content.about, ...named];
  const data = { exhibitId, perpetratorId, force, place, number, subjectIds: [first, ...others] };
  if (content.value === null || isErased) return [{ type: 'ExhibitSubjectsNamed', data }];
  return [{ type: 'ExhibitSubjectsNamed', data, personal: { content: personal([first, ...others], content.value) } }];
}
