import { openedCases, riskQuestion } from '#cases';
import { formatDate } from '#calendar';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { actInWords, actsIn } from './acts.js';
import type { Signal, SignalRule } from './signal.js';

/** A threat, a weapon or violence, as an act or as an answer in a risk assessment. */
export const threatOrWeapon: SignalRule = (summary): Signal | null => {
  const reasons = threatsIn(summary);
  return reasons.length === 0 ? null : { id: 'threat-or-weapon', heading: 'Threat, weapon or violence recorded', reasons };
};

/** Each of them as a line, the acts first. */
export function threatsIn(summary: PerpetratorSummary): string[] {
  const acts = actsIn(summary)
    .filter(({ threatening }) => threatening)
    .map(actInWords);
  const answers = openedCases(Object.values(summary.cases)).flatMap(({ assessments }) =>
    assessments.flatMap(({ tool, on, answers: given }) =>
      Object.entries(given).flatMap(([code, answer]) => {
        const question = answer === 'yes' ? riskQuestion(tool, code) : null;
        return question?.threat ? [`${formatDate(on)}: "${question.text}" answered yes`] : [];
      }),
    ),
  );
  return [...acts, ...answers];
}
