import { addDays } from '#calendar';
import { actInWords, actsIn } from './acts.js';
import type { Signal, SignalRule } from './signal.js';

/** Days that are compared with as many before them, and the fewest acts that say anything. Ours, not the law's. */
const WINDOW = 60;
const FEWEST = 3;

/** At least three acts in the last 60 days, and twice as many as in the 60 days before. */
export const moreOften: SignalRule = (summary, today): Signal | null => {
  const from = addDays(today, -WINDOW);
  const before = addDays(from, -WINDOW);
  const acts = actsIn(summary).filter(({ on }) => on > before && on <= today);
  const lately = acts.filter(({ on }) => on > from);
  const earlier = acts.length - lately.length;
  if (lately.length < FEWEST || lately.length < 2 * earlier) return null;
  return {
    id: 'more-often',
    heading: `More often: ${lately.length} acts in the last ${WINDOW} days, ${earlier === 0 ? 'none' : earlier} in the ${WINDOW} days before`,
    reasons: acts.map(actInWords),
  };
};
