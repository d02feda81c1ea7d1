import { force, forces } from '#access';

/** The number under which a force's control room is reached by day and by night. */
export abstract class ControlRooms {
  /** By CJS code. A force that is not in it has none recorded. */
  abstract readonly numbers: Readonly<Record<string, string>>;
}

/** Whom to ask about an order, and on what number. */
export interface ControlRoom {
  /** The name the force gives itself. */
  readonly force: string;
  readonly phone: string | null;
}

/** The control rooms of these forces, each once. `keepers`: CJS codes. */
export function controlRoomsOf(keepers: readonly string[], numbers: ControlRooms['numbers']): readonly ControlRoom[] {
  return [...new Set(keepers)].map((cjs) => ({ force: force(cjs)?.fullName ?? `force ${cjs}`, phone: numbers[cjs] ?? null }));
}

/** A number for each force that nobody has: of those kept free for plays and films (01632 960000 to 960999). */
export const fictionalControlRooms: ControlRooms['numbers'] = Object.fromEntries(forces.map(({ cjs }) => [cjs, `01632 9600${cjs}`]));
