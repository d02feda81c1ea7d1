import { isLocalPath } from '../answers/answers.js';
import { isRecord } from '../forms/form-view.js';
import { isApi, type WebRequest } from '../request.js';

/** A page that answered a form: what was typed with what is wrong, or the next step. */
export interface KeptPage {
  /** The path where it is shown, without a query. */
  readonly path: string;
  readonly html: string;
  readonly status: number;
  /** The token its forms hold, to be replaced by the one of whoever comes back. */
  readonly csrf: string;
}

/** Keeps pages that answer forms for a while, so that they are shown by GET and Back leads to them: provided by whoever knows the users. */
export abstract class KeptPages {
  /** The id under which only this user finds it again. */
  abstract keep(userId: string, page: KeptPage): Promise<string>;

  /** Null when it is somebody else's, is kept no longer or never was. */
  abstract open(userId: string, id: string): Promise<KeptPage | null>;
}

/** Under which name an address says which kept page to show. */
const KEPT = 'kept';

/** Where the kept page of this form can be shown: its own address if that can be opened, else the page it was on; null when neither is known. */
export function placeToShow(request: WebRequest): string | null {
  const { method, url, visit } = request;
  if (method !== 'POST' || isApi(request) || url.startsWith('/sign-') || !visit?.visitor || !visit.csrf) return null;
  const place = canBeOpened(request) ? url : cameFrom(request);
  return place !== null && isLocalPath(place) ? place : null;
}

/** `place` with the kept page's id. Nothing that was typed stands in it. */
export function withKept(place: string, id: string): string {
  const { pathname, searchParams } = new URL(place, 'http://localhost');
  searchParams.set(KEPT, id);
  return `${pathname}?${searchParams.toString()}`;
}

/** The id of the kept page this address asks for. */
export function keptIn({ method, query }: WebRequest): string | null {
  const id = method === 'GET' && isRecord(query) ? query[KEPT] : undefined;
  return typeof id === 'string' ? id : null;
}

export function pathOf(url: string): string {
  return url.split('?')[0] ?? '';
}

/** Whether the route of a form also shows it. */
function canBeOpened({ server, routeOptions }: WebRequest): boolean {
  return routeOptions?.url !== undefined && server?.hasRoute({ method: 'GET', url: routeOptions.url }) === true;
}

function cameFrom({ headers }: WebRequest): string | null {
  const { referer, host } = headers;
  if (typeof referer !== 'string' || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.host === host ? `${from.pathname}${from.search}` : null;
}
