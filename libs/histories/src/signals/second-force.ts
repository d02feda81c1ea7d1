import { force } from '#access';
import { daysBetween, formatDate, londonDate } from '#calendar';
import { type Signal, type SignalRule, span } from './signal.js';

const ORDINALS = ['', '', 'Second', 'Third', 'Fourth', 'Fifth'];

/** More than one force has recorded something about the same person. */
export const secondForce: SignalRule = (summary): Signal | null => {
  const first = summary.forces[0];
  const last = summary.forces.at(-1);
  const count = summary.forces.length;
  if (!first || !last || count < 2) return null;
  return {
    id: 'second-force',
    heading: `${ORDINALS[count] ?? `${count}th`} force in ${span(daysBetween(londonDate(first.since), londonDate(last.since)))}`,
    reasons: summary.forces.map(({ force: cjs, since }) => `${force(cjs)?.name ?? cjs}: first record ${formatDate(londonDate(since))}`),
  };
};
