/** The signed-in user as far as pages need to know; `Viewer` of #access is one. */
export interface Visitor {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  /** CJS force code, for instance `46`. */
  readonly force: string;
  /** Permissions by name; decides which navigation is shown. */
  readonly permissions: readonly string[];
}

/** Who is asking and how, found out once per request before any handler runs. */
export interface Visit {
  readonly visitor: Visitor | null;
  /** The token every form must send back; null for callers with a bearer token, which no browser sends by itself. */
  readonly csrf: string | null;
  /** After how many minutes without a request the session ends; null without a session. */
  readonly idleMinutes: number | null;
}

/** A file that came with a request. */
export interface Upload {
  /** As the sender called it: not to be trusted. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** The part of the HTTP request that pages and forms read. A Fastify request is one. */
export interface WebRequest {
  /** The correlation id: the caller's `x-correlation-id` if it is a UUID, else a new one. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  /** `https` also when a trusted proxy says so. */
  readonly protocol?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  readonly query: unknown;
  readonly params: unknown;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  /** The route's pattern, such as `/orders/:id`: safe to log where `url` is not. */
  readonly routeOptions?: { readonly url?: string | undefined };
  /** Knows which other routes there are. */
  readonly server?: { hasRoute(route: { readonly method: 'GET' | 'POST'; readonly url: string }): boolean };
  /** Set by the guard of #access where the form's token comes in a body that is read only now: whoever reads it must check the token. */
  tokenDue?: boolean;
  /** The file of a request to a route that takes one. */
  upload?: Upload;
  /** Set by the guard of #access. */
  visit?: Visit;
}

/** The part of the HTTP reply that rendering writes. A Fastify reply is one. */
export interface WebReply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
  setCookie?(name: string, value: string, options: object): unknown;
  clearCookie?(name: string, options: object): unknown;
}

/** Whether the caller speaks the JSON API and gets problem details instead of pages. */
export function isApi(request: Pick<WebRequest, 'url'>): boolean {
  return request.url === '/api' || request.url.startsWith('/api/');
}
