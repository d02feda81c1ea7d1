/** How long sessions last, and whether demonstration sign-ins are offered. */
export interface AccessOptions {
  readonly demo: boolean;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which a session ends in any case. */
  readonly sessionHours: number;
}

export const ACCESS_OPTIONS = Symbol('AccessOptions');
