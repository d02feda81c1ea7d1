import type { LinkFact } from '#people';
import { type Names, type Sentence, type When, words } from './sentence.js';

/** A line for a fact about whether this record and another are of one person. It says nothing of the other record. */
export function linkSentence(fact: LinkFact, recorded: When, names: Names): Sentence {
  const line = (heading: string, lines: readonly string[] = []): Sentence => ({ kind: 'identity', when: recorded, heading, lines });
  switch (fact.type) {
    case 'LinkOffered':
      return line(
        fact.data.as === 'relatives'
          ? 'May be linked: another record, perhaps of a relative'
          : 'May be linked: another record, perhaps of one person',
      );
    case 'IdentityLinked':
      return line('Linked with another record: one person', words(fact.personal?.reason, names));
    case 'LinkDeclined':
      return line('Not linked with another record: two people', words(fact.personal?.reason, names));
    case 'IdentityUnlinked':
      return line('Link with another record undone', words(fact.personal?.reason, names));
  }
}
