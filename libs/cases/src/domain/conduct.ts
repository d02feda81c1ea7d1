/**
 * What was done, as an officer ticks it. Those that PHA 1997 s.2A(3) gives as examples of acts associated with stalking, and what
 * aggravates them. Where breaches have a tile of the same name it means the same.
 */
export type Conduct =
  | 'message'
  | 'call'
  | 'approach'
  | 'loitering'
  | 'watching'
  | 'online'
  | 'device'
  | 'third-party'
  | 'gift'
  | 'damage'
  | 'threat'
  | 'weapon'
  | 'violence'
  | 'other';

/** Following, contacting, publishing, monitoring, loitering, interfering with property, watching or spying (PHA 1997 s.2A(3)). */
const stalking: ReadonlySet<Conduct> = new Set<Conduct>([
  'message',
  'call',
  'approach',
  'loitering',
  'watching',
  'online',
  'device',
  'third-party',
  'gift',
  'damage',
]);

/** Whether any of it is an act that the Act gives as associated with stalking. The list is no limit: a court may find others. */
export function isAssociatedWithStalking(conduct: readonly Conduct[]): boolean {
  return conduct.some((one) => stalking.has(one));
}

/** Whether a threat, a weapon or violence was part of it. */
export function isThreatening(conduct: readonly Conduct[]): boolean {
  return conduct.some((one) => one === 'threat' || one === 'weapon' || one === 'violence');
}
