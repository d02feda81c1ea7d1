import type { CourtPack } from '../court-pack.js';
import { blank, heading, numbered, type Part, printed, text, together, type Words } from '../paper.js';

/** An outline for the officer's statement: what the record holds, in the order of the three limbs, and what only the witness can add. */
export function statementPart(pack: CourtPack): Part {
  const { respondent, acts, risk, necessity, exhibits, grounds } = pack;
  const acted = acts.list.map(({ when, kind, what }): Words => {
    const begun = `${when}: ${kind}`;
    if (what === null) return begun;
    const whole = `${begun}. ${printed(what)}`;
    return typeof what === 'string' ? whole : { ...what, text: whole };
  });
  return {
    title: 'Statement outline',
    blocks: [
      text('An outline to be completed by the witness in their own words. What only the witness can say is left blank.'),
      blank('Statement of (name, rank or post, force)'),
      heading('How I come to know of this'),
      blank('My part in the investigation, and since when', 3),
      heading('What the respondent did'),
      text(`The respondent is ${respondent.name}.`),
      ...(acted.length > 0 ? [numbered(acted)] : [grounds ? text(grounds) : text('No acts are stated yet; see the chronology.')]),
      blank('What I know of it myself, and what I was told and by whom', 4),
      heading('The risk'),
      risk.facts ? text(risk.facts) : text('Not stated yet.'),
      blank('What I add on the risk', 3),
      heading('Why an order is necessary'),
      necessity.facts ? text(necessity.facts) : text('Not stated yet.'),
      blank('What I add on necessity, and on each condition', 3),
      heading('Exhibits I produce'),
      exhibits.length > 0 ? numbered(exhibits.map(({ description }) => description)) : text('None is attached in Orderwatch yet.'),
      together(
        heading('Statement of truth'),
        text('I believe that the facts stated in this statement are true.'),
        blank('Signed'),
        blank('Date'),
      ),
    ],
  };
}
