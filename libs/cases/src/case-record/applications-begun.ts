import type { Viewer } from '#access';

/** An application for an order that was begun from an investigation. */
export interface BegunApplication {
  /** Where it stands, in words. */
  readonly words: string;
  readonly href: string;
  /** Given up, refused or withdrawn: another one can be begun. */
  readonly isOver: boolean;
  /** The orders made on it. */
  readonly orders: readonly { readonly words: string; readonly href: string }[];
}

/** Knows what was begun from an investigation: the rooms above bind this port. */
export abstract class ApplicationsBegun {
  /** The filed applications of the viewer's force that rely on this incident, the latest first. */
  abstract relyingOn(
    viewer: Viewer,
    on: { readonly incidentId: string; readonly perpetratorId: string },
  ): Promise<readonly Pick<BegunApplication, 'words' | 'href'>[]>;

  /** Those of the viewer's force, the latest begun first; none for somebody who may not see the perpetrator. */
  abstract from(viewer: Viewer, begun: { readonly caseId: string; readonly perpetratorId: string }): Promise<readonly BegunApplication[]>;
}
