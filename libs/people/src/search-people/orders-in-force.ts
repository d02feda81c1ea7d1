import type { Viewer } from '#access';

/** On whom an order is in force now, as the room above knows it: it binds this port. */
export abstract class OrdersInForce {
  /** How many orders are in force against each of these perpetrators whom the viewer may see; those without any are left out. */
  abstract against(viewer: Viewer, perpetratorIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
