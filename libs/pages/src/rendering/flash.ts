import type { Flash } from '../answers/answers.js';
import { isRecord } from '../forms/form-view.js';
import type { WebReply, WebRequest } from '../request.js';

const cookie = 'orderwatch-flash';
const lasting = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 };

/** Keeps the message for the next page. */
export function keepFlash(request: WebRequest, reply: WebReply, flash: Flash): void {
  const secure = request.protocol === 'https';
  reply.setCookie?.(cookie, Buffer.from(JSON.stringify(flash)).toString('base64url'), { ...lasting, secure });
}

/** The message kept for this page, which is then forgotten. */
export function takeFlash(request: WebRequest, reply: WebReply): Flash | null {
  const kept = request.cookies?.[cookie];
  if (!kept) return null;
  reply.clearCookie?.(cookie, { path: '/' });
  try {
    const flash: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString());
    if (!isRecord(flash) || typeof flash['text'] !== 'string') return null;
    return { kind: flash['kind'] === 'success' ? 'success' : 'information', text: flash['text'].slice(0, 300) };
  } catch {
    return null;
  }
}
