/** A page to be rendered: a template addressed from `libs/` and `apps/web/src/`, for instance `orders/vary-order/vary-order.page.njk`. */
export class Page {
  constructor(
    readonly template: string,
    readonly data: object,
    /** HTTP status; the route's own (200, or 201 for POST without a code) when absent. */
    readonly status: number = 200,
  ) {}
}

/** What to tell the user on the next page, once. Never personal data: it travels in a cookie. */
export interface Flash {
  readonly kind: 'success' | 'information';
  readonly text: string;
}

/** See other (303): after a POST, always with GET. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly flash?: Flash,
  ) {}
}

/** A file to be saved, comma separated, UTF-8. */
export class Csv {
  constructor(
    readonly fileName: string,
    readonly text: string,
  ) {}
}

/** A file to be saved, never to be shown in the browser. */
export class Download {
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly bytes: Uint8Array,
  ) {}

  /** The header, with a plain name for old browsers and the real one (RFC 6266). */
  get disposition(): string {
    const plain = this.fileName.replace(/[^a-zA-Z0-9._ ()-]+/g, '-');
    const real = encodeURIComponent(this.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
  }
}

/** A picture to be shown in a page, or alone. */
export class Picture {
  constructor(
    readonly mediaType: 'image/jpeg' | 'image/png',
    readonly bytes: Uint8Array,
  ) {}
}

export function page(template: string, data: object, options: { readonly status?: number } = {}): Page {
  return new Page(template, data, options.status);
}

/** `to` is a path of this service (`/orders/…`); anything else is a bug, so that no input can send a user elsewhere. */
export function redirect(to: string, options: { readonly flash?: Flash } = {}): Redirect {
  if (!isLocalPath(to)) throw new Error('A redirect must lead to a path of this service');
  return new Redirect(to, options.flash);
}

export function csv(fileName: string, text: string): Csv {
  return new Csv(fileName.replace(/[^a-zA-Z0-9._-]+/g, '-'), text);
}

/** Whether a browser takes `to` for a path on this host and nothing else. */
export function isLocalPath(to: string): boolean {
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to);
}
