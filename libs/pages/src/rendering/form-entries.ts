import { isRecord } from '../forms/form-view.js';
import { isApi, type WebRequest } from '../request.js';
import { idFrom, isUuid, newCommandId } from '../submissions/ids.js';
import { keptIn, pathOf } from './kept-pages.js';

/** Under which name a form's address says which opening of the form it is. */
const ENTRY = 'form';
/** Forms that record nothing, or nothing that could be recorded twice. */
const without = ['/search', '/users', '/work/calendar', '/sign-in'];

/**
 * Where a form that is opened by a link has its own entry in the browser's history; null for anything else. Pages are fetched anew on
 * Back, so what tells Back from opening the form once more must stand in the address: an opaque id, from which the command's id follows.
 */
export function ownEntry(request: WebRequest): string | null {
  const { method, url, routeOptions, server, visit } = request;
  const route = routeOptions?.url;
  if (method !== 'GET' || isApi(request) || !visit?.visitor || route === undefined || without.includes(route)) return null;
  if (entryOf(request) !== null || keptIn(request) !== null || !server?.hasRoute({ method: 'POST', url: route })) return null;
  return `${url}${url.includes('?') ? '&' : '?'}${ENTRY}=${newCommandId()}`;
}

/** The id of the command that the form called `name` sends from this entry; null when the address names no entry. Another user's is another. */
export function commandOfEntry(request: WebRequest, name: string): string | null {
  const entry = entryOf(request);
  const userId = request.visit?.visitor?.userId;
  return entry === null || userId === undefined ? null : idFrom(entry, `${userId}\n${pathOf(request.url)}\n${name}`);
}

function entryOf({ method, query }: WebRequest): string | null {
  const entry = method === 'GET' && isRecord(query) ? query[ENTRY] : undefined;
  return isUuid(entry) ? entry : null;
}
