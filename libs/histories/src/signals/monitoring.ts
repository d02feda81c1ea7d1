import { actInWords, actsIn } from './acts.js';
import { type Signal, type SignalRule, times } from './signal.js';

/** He followed, watched or tracked somebody. */
export const monitoring: SignalRule = (summary): Signal | null => {
  const acts = actsIn(summary).filter(({ through }) =>
    through.some((one) => one === 'watching' || one === 'device' || one === 'loitering'),
  );
  if (acts.length === 0) return null;
  return { id: 'monitoring', heading: `Watching, following or tracking, ${times(acts.length)}`, reasons: acts.map(actInWords) };
};
