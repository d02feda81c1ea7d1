import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer } from '#event-store';
import type { WebReply, WebRequest } from '#pages';

const PURPOSE = 'known-device';
const DAYS = 180;

/**
 * Devices from which an account was signed in to before. Their attempts are counted apart, so that whoever knows an officer's user name
 * cannot keep the officer out by guessing.
 */
@Injectable()
export class KnownDevices {
  constructor(private readonly sealer: Sealer) {}

  /** The device's id if this account was signed in to from it; null otherwise. */
  of(request: WebRequest, userName: string): string | null {
    const carried = request.cookies?.[nameOf(request)];
    const text = carried ? this.sealer.unwrapText(PURPOSE, carried) : null;
    if (text === null) return null;
    const [id, owner] = JSON.parse(text) as [string, string];
    return owner === folded(userName) ? id : null;
  }

  /** Remembers that the account was signed in to from here. */
  remember(request: WebRequest, reply: WebReply, userName: string): void {
    const id = this.of(request, userName) ?? randomUUID();
    const value = this.sealer.wrapText(PURPOSE, JSON.stringify([id, folded(userName)]));
    const secure = request.protocol === 'https';
    reply.setCookie?.(nameOf(request), value, { path: '/sign-in', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS * 86_400 });
  }
}

function folded(userName: string): string {
  return userName.trim().toLowerCase();
}

function nameOf({ protocol }: WebRequest): string {
  return protocol === 'https' ? '__Secure-orderwatch-device' : 'orderwatch-device';
}
