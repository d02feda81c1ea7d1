import { formatDate, type LocalDate } from '#calendar';
import type { FiledApplication } from '../domain/application.js';
import {
  type ApplicationEntry,
  applicationEntryKey,
  entriesOfApplication,
  type WhyApplicationInError,
} from '../domain/application-in-error.js';
import { directionInWords, hearingInWords } from '../record-hearing/words.js';

export const whyApplicationInError: Readonly<Record<WhyApplicationInError, string>> = {
  'wrong-person': 'It is against somebody else',
  twice: 'It is recorded twice',
  'never-filed': 'Nobody filed it',
};

const called: Readonly<Record<ApplicationEntry['is'], string>> = {
  support: 'that somebody no longer supported the application',
  'hearing-outcome': 'what became of the hearing',
  'direction-done': 'that a direction was settled',
};

/** An entry by its kind and the day of what it said, also once it is taken back: `what became of the hearing of 3 Nov 2026`. Tells of nobody. */
export function applicationEntryCalled({ is }: ApplicationEntry, was: LocalDate): string {
  return `${called[is]} ${is === 'hearing-outcome' ? 'of' : 'on'} ${formatDate(was)}`;
}

/** Each entry that can be taken back, as a form offers it. `named`: how the people of the application are called for the reader, by their ids. */
export function applicationEntries(
  application: FiledApplication,
  named: (protectedPersonId: string) => string,
): readonly { readonly value: string; readonly text: string }[] {
  return entriesOfApplication(application).map((entry) => ({
    value: applicationEntryKey(entry),
    text: inWords(application, entry, formatDate(entry.was), named),
  }));
}

function inWords(
  { hearings }: FiledApplication,
  { is, id }: ApplicationEntry,
  on: string,
  named: (protectedPersonId: string) => string,
): string {
  switch (is) {
    case 'support':
      return `That ${named(id)} no longer supports the application, from ${on}`;
    case 'hearing-outcome':
      return hearingInWords(hearings, id);
    case 'direction-done':
      return directionInWords(hearings, id);
  }
}
