import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { type HTMLElement, parse } from 'node-html-parser';
import qs from 'qs';
import request, { type Response, type Test } from 'supertest';
import type { ApiRules } from './api-rules.js';
import { checkHouseRules } from './house-rules.js';

/** What came back. */
export class Answer {
  private parsed: HTMLElement | null = null;

  constructor(private readonly response: Response) {}

  get status(): number {
    return this.response.status;
  }

  /** Where a redirect leads. */
  get location(): string {
    return this.header('location');
  }

  get text(): string {
    return this.response.text;
  }

  /** The JSON body. */
  get body(): Record<string, unknown> {
    return this.response.body as Record<string, unknown>;
  }

  header(name: string): string {
    return this.response.headers[name.toLowerCase()] ?? '';
  }

  get isPage(): boolean {
    return this.header('content-type').startsWith('text/html') && this.text !== '';
  }

  get html(): HTMLElement {
    this.parsed ??= parse(this.text);
    return this.parsed;
  }

  get heading(): string {
    return words(this.html.querySelector('h1'));
  }

  get title(): string {
    return words(this.html.querySelector('title'));
  }

  /** The words of the first element that fits, `''` when there is none. */
  find(selector: string): string {
    return words(this.html.querySelector(selector));
  }

  /** The words of every element that fits. */
  all(selector: string): string[] {
    return this.html.querySelectorAll(selector).map(words);
  }

  /** What the error summary says, in order. */
  get errors(): string[] {
    return this.all('.govuk-error-summary__list li');
  }

  /** What stands in a field of the page. */
  value(name: string): string | undefined {
    const field = this.html.querySelector(`input[name="${name}"], textarea[name="${name}"]`);
    return field?.tagName === 'TEXTAREA' ? field.text : field?.getAttribute('value');
  }

  /** The page's own words, without header and footer. */
  get main(): string {
    return words(this.html.querySelector('main'));
  }

  /** Address of the link with these words. */
  link(text: string): string {
    const found = this.html.querySelectorAll('a').find((link) => words(link) === text || words(link).startsWith(`${text} `));
    if (!found) throw new Error(`The page has no link "${text}"`);
    return found.getAttribute('href') ?? '';
  }
}

/** A file to be sent. */
export interface UploadedBytes {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Downloaded {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly bytes: Buffer;
}

function withFile(sending: Test, fields: Readonly<Record<string, string | undefined>>, file: UploadedBytes | null): Test {
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) sending.field(name, value);
  return file ? sending.attach('file', file.bytes, file.name) : sending.attach('file', Buffer.alloc(0), '');
}

function bytesOf(response: Response, done: (error: Error | null, bytes: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const stream = response as unknown as Readable;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

/**
 * A browser without JavaScript: keeps cookies, and sends each form back with the hidden fields of the last page that had one. Every page
 * it gets is held against the house rules, and every answer of the API against its description.
 */
export class Client {
  private readonly agent: ReturnType<typeof request.agent>;
  private csrf = '';
  private command = '';

  constructor(
    private readonly server: Server,
    private readonly rules: () => Promise<ApiRules>,
  ) {
    this.agent = request.agent(server);
  }

  /** The page at `path`; a form's own entry in the browser's history is followed. */
  async get(path: string): Promise<Answer> {
    const answer = this.keep(await this.agent.get(path));
    const isEntry = answer.status === 303 && answer.location.startsWith(`${path}${path.includes('?') ? '&' : '?'}form=`);
    return isEntry ? this.get(answer.location) : answer;
  }

  /** Sends a form; `fields` nest as DTOs do. `_csrf` and `_command` come from the last page unless given. */
  async post(path: string, fields: object = {}): Promise<Answer> {
    const hidden = { _csrf: this.csrf, ...(this.command ? { _command: this.command } : {}) };
    return this.send(path, qs.stringify({ ...hidden, ...fields }, { skipNulls: true }));
  }

  /** Sends a form with a file, as a browser does: without one chosen, the part has no name and no bytes. */
  async upload(path: string, fields: Readonly<Record<string, string | undefined>>, file: UploadedBytes | null): Promise<Answer> {
    const hidden = { _csrf: this.csrf, ...(this.command ? { _command: this.command } : {}) };
    return this.shown(this.keep(await withFile(this.agent.post(path), { ...hidden, ...fields }, file)));
  }

  /** The same to the API. */
  async uploadToApi(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: UploadedBytes,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return new Answer(await withFile(this.agent.post(path).set({ 'x-csrf-token': this.csrf, ...headers }), fields, file));
  }

  /**
   * Begins to send a form with a file of `size` bytes, of which only the first few go out: the status of an answer that does not wait for
   * the rest. Rejects when none comes.
   */
  async begin(path: string, fields: Readonly<Record<string, string>>, size: number, headers: Record<string, string> = {}): Promise<number> {
    const mark = 'orderwatch-part';
    const part = (name: string) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"`;
    const texts = Object.entries(fields).map(([name, text]) => `${part(name)}\r\n\r\n${text}\r\n`);
    const type = { 'content-type': `multipart/form-data; boundary=${mark}`, 'content-length': String(size) };
    const cookie = this.agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString();
    if (!this.server.listening) await once(this.server.listen(0, '127.0.0.1'), 'listening');
    const { port } = this.server.address() as AddressInfo;
    const sending = httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers: { ...type, cookie, ...headers } });
    sending.setTimeout(3_000, () => sending.destroy(new Error('No answer came before the whole body')));
    sending.write(`${texts.join('')}${part('file')}; filename="a.txt"\r\n\r\nOne`);
    const [{ statusCode = 0 }] = (await once(sending, 'response')) as [IncomingMessage];
    sending.destroy();
    return statusCode;
  }

  /** The token that the pages of this browser's session put into their forms, as last seen. */
  get token(): string {
    return this.csrf;
  }

  /** A file as it comes. */
  async download(path: string): Promise<Downloaded> {
    const response = await this.agent.get(path).buffer(true).parse(bytesOf);
    const header = (name: string): string => response.headers[name] ?? '';
    return { status: response.status, header, bytes: Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0) };
  }

  /** Sends a form that answers with a file. */
  async downloadBy(path: string, fields: object): Promise<Downloaded> {
    const response = await this.agent
      .post(path)
      .type('form')
      .send(qs.stringify({ _csrf: this.csrf, ...fields }))
      .buffer(true)
      .parse(bytesOf);
    return {
      status: response.status,
      header: (name) => response.headers[name] ?? '',
      bytes: Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0),
    };
  }

  /** Sends the encoded body of a form as it is; a page that answers it is shown. */
  async send(path: string, body: string): Promise<Answer> {
    return this.shown(await this.sendOnly(path, body));
  }

  /** The same without going where the answer leads. */
  async sendOnly(path: string, body: string): Promise<Answer> {
    return this.keep(await this.agent.post(path).type('form').send(body));
  }

  /** A page that answers a form is kept and shown by GET. */
  private shown(answer: Answer): Promise<Answer> | Answer {
    return answer.status === 303 && /[?&]kept=/.test(answer.location) ? this.get(answer.location) : answer;
  }

  /** Opens the form at `path`, sends it there, and follows the redirect if it worked. */
  async submit(path: string, fields: object = {}): Promise<Answer> {
    await this.get(path);
    return this.follow(await this.post(path, fields));
  }

  /** The page a redirect leads to; any other answer as it is. */
  async follow(answer: Answer): Promise<Answer> {
    return answer.status === 303 ? this.get(answer.location) : answer;
  }

  /** Sends this header with every request from now on. */
  header(name: string, value: string): void {
    this.agent.set(name, value);
  }

  /** The JSON API, with this browser's session or, once `bearer` was called, with the token. */
  readonly api = {
    get: async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
      this.asDescribed('get', path, await this.agent.get(path).set({ 'x-csrf-token': this.csrf, ...headers })),
    post: async (path: string, json: object | string = {}, headers: Record<string, string> = {}): Promise<Answer> =>
      this.asDescribed(
        'post',
        path,
        await this.agent
          .post(path)
          .set({ 'x-csrf-token': this.csrf, ...headers })
          .send(json),
      ),
    bearer: (token: string): void => this.header('authorization', `Bearer ${token}`),
  };

  private async asDescribed(method: 'get' | 'post', path: string, response: Response): Promise<Answer> {
    const answer = new Answer(response);
    const rules = await this.rules();
    rules.check(method, path, { status: answer.status, contentType: answer.header('content-type'), body: response.body });
    return answer;
  }

  private keep(response: Response): Answer {
    const answer = new Answer(response);
    if (answer.isPage) {
      checkHouseRules(answer.html, response.text, response.status);
      this.csrf = answer.value('_csrf') ?? this.csrf;
      this.command = answer.value('_command') ?? '';
    }
    return answer;
  }
}

function words(element: HTMLElement | null | undefined): string {
  return element?.text.replace(/\s+/g, ' ').trim() ?? '';
}
