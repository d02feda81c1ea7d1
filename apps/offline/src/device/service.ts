import type { Instant } from '#calendar';

/** What the service says of the session of this browser. */
export interface Session {
  readonly userId: string;
  readonly csrf: string | null;
  /** Its part in the key of this device's unsent reports: base64url of 32 bytes. */
  readonly share: string;
  /** The service's clock. */
  readonly now: Instant;
}

/** What came back: `unreachable` when nothing did. */
export type Reply =
  | { readonly is: 'taken'; readonly body: Readonly<Record<string, unknown>> }
  /** The service says no, and would say so again. */
  | { readonly is: 'refused'; readonly why: string }
  /** The session has ended, or is another's. */
  | { readonly is: 'signed-out' }
  | { readonly is: 'unreachable' };

/** The session of this browser, and the service's share for the device with this id. */
export async function session(device: string, patience?: number): Promise<Session | 'signed-out' | 'unreachable'> {
  const reply = await ask(`/api/v1/offline/device?device=${device}`, patience);
  if (reply.is !== 'taken') return reply.is === 'unreachable' ? 'unreachable' : 'signed-out';
  return reply.body as unknown as Session;
}

/** Whether the service answers. Asks for nothing that would keep a session alive. */
export async function hasSignal(patience: number): Promise<boolean> {
  return (await ask('/health/live', patience)).is !== 'unreachable';
}

export function ask(path: string, patience?: number): Promise<Reply> {
  return answer(path, { headers: { accept: 'application/json' } }, patience);
}

export interface Telling {
  readonly csrf: string | null;
  /** How long the answer may take, in milliseconds. */
  readonly patience?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export function tell(path: string, body: unknown, { csrf, patience, headers }: Telling): Promise<Reply> {
  const all = { 'content-type': 'application/json', ...(csrf === null ? {} : { 'x-csrf-token': csrf }), ...headers };
  return answer(path, { method: 'POST', headers: all, body: JSON.stringify(body) }, patience);
}

/** As long as the service may take unless told, in milliseconds. On a line that hangs nothing else could be sent meanwhile. */
const PATIENCE = 30_000;

async function answer(path: string, init: RequestInit, patience = PATIENCE): Promise<Reply> {
  const rules = { signal: AbortSignal.timeout(patience), credentials: 'same-origin', cache: 'no-store', redirect: 'error' } as const;
  const response = await fetch(path, { ...init, ...rules }).catch(() => null);
  if (!response || response.status === 429 || response.status >= 500) return { is: 'unreachable' };
  if (response.status === 401 || response.status === 403) return { is: 'signed-out' };
  const body = (await response.json().catch(() => null)) as Readonly<Record<string, unknown>> | null;
  // Something in between answered, such as the page of a station's wifi.
  if (body === null) return { is: 'unreachable' };
  if (response.ok) return { is: 'taken', body };
  return { is: 'refused', why: said(body) };
}

/** The sentence of a problem (RFC 9457), with what it says of single fields. */
function said(body: Readonly<Record<string, unknown>>): string {
  const errors = Array.isArray(body['errors']) ? (body['errors'] as readonly { readonly detail?: unknown }[]) : [];
  const details = errors.map(({ detail }) => detail).filter((detail) => typeof detail === 'string');
  const whole = typeof body['detail'] === 'string' ? body['detail'] : 'The service did not take it.';
  return details.length > 0 ? details.join('. ') : whole;
}
