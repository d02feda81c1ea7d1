import { formatDate } from '#calendar';
import type { ChangePack, Clause, ClauseChange } from '../change-pack.js';
import { asksWords } from '../change-words.js';
import { type Block, blank, facts, heading, type Part, row, text, together, type Words } from '../../paper.js';

/** The complaint: who asks for what under which law, the order as it stands, the change clause by clause, and why. */
export function changePart(pack: ChangePack): Part {
  const { asks, respondent, court, force, changeAct, reason, because, orderName } = pack;
  return {
    title: `Application to ${asksWords[asks]} the order (complaint)`,
    blocks: [
      text(`To the ${court.kind}.`),
      facts([
        ...(court.name ? [row('Court', court.name)] : []),
        row('Complainant', `The chief officer of ${force}`),
        row('Respondent', respondent.name),
        ...(respondent.alsoKnownAs.length > 0 ? [row('Also known as', respondent.alsoKnownAs.join(', '))] : []),
        row('Date of birth', respondent.dateOfBirth ? formatDate(respondent.dateOfBirth) : 'Not known'),
        row(
          'Address of the respondent',
          respondent.address === 'apart' ? 'Given to the court apart from this document' : (respondent.address ?? 'Not known'),
        ),
        row('Protected', ...pack.protectedPeople),
      ]),
      text(
        `The chief officer applies${changeAct ? ` under the ${changeAct}` : ''} to ${asksWords[asks]} the ${orderName.toLowerCase()} described below.`,
      ),
      ...theOrder(pack),
      heading(asks === 'variation' ? 'What the court is asked to change' : 'What the court is asked to order'),
      ...(asks === 'discharge' ? wholeOrder(pack) : asked(pack)),
      heading('Why'),
      text(`${because}.`),
      ...(reason ? [text(reason)] : []),
      ...(pack.isStalkingOrder && pack.changes.some(({ change }) => change !== 'removed')
        ? [
            text(
              'A condition may be added only where that is necessary to protect a person from a risk associated with stalking. Why each is necessary stands beside it.',
            ),
          ]
        : []),
      together(heading('Signature'), blank('Signed for the chief officer'), blank('Name and rank or post'), blank('Date')),
    ],
  };
}

function theOrder({ orderName, orderAct, madeOn, madeBy, orderReference, end, standing }: ChangePack): Block[] {
  return [
    heading('The order as it stands'),
    facts([
      row('Order', orderName, orderAct),
      row('Made on', formatDate(madeOn)),
      row('By', madeBy),
      ...(orderReference ? [row('Reference', orderReference)] : []),
      row(end.isPast ? 'Was in force' : 'In force', end.before),
      ...standing.map((clause) => row(`Condition ${clause.number}`, ...wordsOf(clause))),
    ]),
  ];
}

/** The words of a clause, each a paragraph. */
export function wordsOf({ wording, locality, notes }: Clause): readonly Words[] {
  return [wording ?? 'The wording can be read no more', ...notes, ...(locality ? [locality] : [])];
}

function asked({ asks, changes, end, outOfTime, filedOn }: ChangePack): Block[] {
  const period =
    end.after === null
      ? asks === 'renewal'
        ? [text('How long the order is to be renewed for is not stated yet.')]
        : []
      : [
          facts([
            row(end.isPast ? 'Was in force' : 'In force now', end.before),
            row(asks === 'renewal' ? 'To be renewed' : 'To be in force', end.after),
          ]),
        ];
  return [
    ...period,
    ...(outOfTime && filedOn ? [text(`The order had ended when this application was filed on ${formatDate(filedOn)}.`)] : []),
    ...(changes.length > 0
      ? [table(changes)]
      : [
          text(
            asks === 'renewal'
              ? 'The conditions are to stay as they are.'
              : end.after
                ? 'The conditions are to stay as they are.'
                : 'Not stated yet.',
          ),
        ]),
  ];
}

/** That it ends, and the consents without which a court cannot discharge it yet. */
function wholeOrder({ consents }: ChangePack): Block[] {
  const discharged = text(
    'To discharge the order. It then ends whole: no condition of it binds any more, and no notification is owed under it.',
  );
  if (!consents) return [discharged];
  const { until, source, given, missing } = consents;
  return [
    discharged,
    text(`Until the end of ${formatDate(until)} the order can be discharged only with these consents (${source}).`),
    facts([
      ...given.map(({ who, on }) => row(who, `Consented on ${formatDate(on)}`)),
      ...missing.map((who) => row(who, 'No consent is recorded')),
    ]),
  ];
}

function table(changes: readonly ClauseChange[]): Block {
  return {
    is: 'table',
    caption: 'Clause by clause',
    columns: [
      { title: 'Condition', share: 0.13 },
      { title: 'As it stands', share: 0.29 },
      { title: 'As asked for', share: 0.29 },
      { title: 'Why', share: 0.29 },
    ],
    rows: changes.map(({ number, change, before, after, necessity }) => [
      [`${number}`, { added: 'added', reworded: 'changed', removed: 'taken out' }[change]],
      [before ?? (change === 'added' ? 'Not in the order' : 'The wording can be read no more')],
      [after ?? (change === 'removed' ? 'Taken out' : 'Not stated yet')],
      [necessity ?? (change === 'removed' ? 'See below' : 'Not stated')],
    ]),
  };
}
