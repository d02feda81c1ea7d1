import { actInWords, actsIn } from './acts.js';
import { type Signal, type SignalRule, times } from './signal.js';

/** He reached somebody through other people (stalking by proxy), whether they knew it or not. */
export const throughOthers: SignalRule = (summary): Signal | null => {
  const acts = actsIn(summary).filter(({ through }) => through.includes('third-party'));
  if (acts.length === 0) return null;
  return { id: 'through-others', heading: `Contact through others, ${times(acts.length)}`, reasons: acts.map(actInWords) };
};
