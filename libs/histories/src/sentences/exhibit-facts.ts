import type { ExhibitFact, ExhibitPlaceKind } from '#cases';
import { typeName } from '#cases';
import { day } from './when-in-words.js';
import type { HistoryKind, Sentence, When } from './sentence.js';

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

/**
 * A line for a fact about a file. What it is called, what it shows and why it was withdrawn are for the two forces that may open it: they
 * read that on the exhibit's page, and none of it stands here.
 */
export function exhibitSentence(fact: ExhibitFact, recorded: When): Sentence {
  const { kind } = fact.data.place;
  switch (fact.type) {
    case 'ExhibitReceived': {
      const { number, mediaType } = fact.data;
      return {
        kind: kinds[kind],
        when: recorded,
        heading: `Exhibit ${number} attached to ${places[kind]}: ${typeName(mediaType)}`,
        lines: [],
      };
    }
    case 'ExhibitSubjectsNamed':
      return {
        kind: kinds[kind],
        when: recorded,
        heading: `Exhibit ${fact.data.number} of ${places[kind]} is about somebody named later too`,
        lines: ['It is kept under their key as well, so it can be read no more once they are erased'],
      };
    case 'ExhibitWithdrawn':
      return { kind: kinds[kind], when: day(fact.data.on), heading: `Exhibit withdrawn from ${places[kind]}`, lines: [] };
  }
}
