import type { ExhibitFact, ExhibitPlaceKind } from '#cases';
import { typeName } from '#cases';
import { day } from './when-in-words.js';
import { type HistoryKind, type Names, type Sentence, type When, words } from './sentence.js';

const kinds: Readonly<Record<ExhibitPlaceKind, HistoryKind>> = {
  case: 'incident',
  application: 'application',
  order: 'order',
  breach: 'breach',
};
const places: Readonly<Record<ExhibitPlaceKind, string>> = {
  case: 'the case',
  application: 'the application',
  order: 'the order',
  breach: 'the breach report',
};

/** A line for a fact about a file. The name it came under is left out: whoever may read it reads it on the exhibit's page. */
export function exhibitSentence(fact: ExhibitFact, recorded: When, names: Names): Sentence {
  const { kind } = fact.data.place;
  switch (fact.type) {
    case 'ExhibitReceived': {
      const { number, mediaType } = fact.data;
      const content = fact.personal?.content;
      const description = content && { about: content.about, value: content.value?.description ?? null };
      return {
        kind: kinds[kind],
        when: recorded,
        heading: `Exhibit ${number} attached to ${places[kind]}: ${typeName(mediaType)}`,
        lines: words(description, names),
      };
    }
    case 'ExhibitWithdrawn':
      return {
        kind: kinds[kind],
        when: day(fact.data.on),
        heading: `Exhibit withdrawn from ${places[kind]}`,
        lines: words(fact.personal?.reason, names),
      };
  }
}
