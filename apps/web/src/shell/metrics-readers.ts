import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, ForbiddenException, Inject, Injectable } from '@nestjs/common';
import type { WebRequest } from '#pages';

export const METRICS_TOKEN = Symbol('metrics token');

/** Numbers by route tell what is done here and how often: for this machine, or for whoever shows the token. */
@Injectable()
export class MetricsReaders implements CanActivate {
  constructor(@Inject(METRICS_TOKEN) private readonly token: string | null) {}

  canActivate(context: ExecutionContext): boolean {
    const { ip, headers } = context.switchToHttp().getRequest<WebRequest>();
    // What a proxy on this machine passes on comes from elsewhere.
    const isLocal = headers['x-forwarded-for'] === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip);
    if (!isLocal && !this.isShown(headers['authorization'])) throw new ForbiddenException();
    return true;
  }

  private isShown(authorization: string | string[] | undefined): boolean {
    if (this.token === null || typeof authorization !== 'string') return false;
    const [scheme, token = ''] = authorization.split(' ');
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return scheme?.toLowerCase() === 'bearer' && timingSafeEqual(digest(token), digest(this.token));
  }
}
