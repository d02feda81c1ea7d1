import type { Answer, Client } from '../../support/client.js';
import { type Service, startService, TestClock } from '../../support/service.js';
import { instant } from './days.js';
import { type Fields, Form, openForm } from './form.js';

/** A scenario on a service and a database of its own, on whose days the test decides. */
export class Story {
  private constructor(readonly service: Service) {}

  /** Begins at this London day and time: `2026-03-12 09:00`. */
  static async begin(when: string): Promise<Story> {
    return new Story(await startService({ clock: new TestClock(instant(when)) }));
  }

  /** It is now `2026-05-14 10:00`; nine in the morning when only the day is told. */
  itIs(when: string): void {
    this.service.clock.set(instant(when));
  }

  /** Somebody at their desk, by demonstration user name. */
  desk(userName: string): Desk {
    return new Desk(this.service, userName);
  }

  async end(): Promise<void> {
    await this.service.close();
  }
}

/** Someone who uses the pages and the API; signed in anew whenever time has gone by, as sessions end. */
export class Desk {
  private signedIn: { readonly client: Client; readonly at: string } | null = null;

  constructor(
    private readonly service: Service,
    readonly userName: string,
  ) {}

  async client(): Promise<Client> {
    const at = this.service.clock.now();
    if (this.signedIn?.at !== at) this.signedIn = { client: await this.service.signIn(this.userName), at };
    return this.signedIn.client;
  }

  /** The page there, which must be one. */
  async sees(path: string): Promise<Answer> {
    const answer = await (await this.client()).get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} "${answer.heading}" to ${this.userName}`);
    return answer;
  }

  /** The status of the page there, for what must not be seen. */
  async tries(path: string): Promise<number> {
    return (await (await this.client()).get(path)).status;
  }

  /** What the API says there. */
  async reads<T = Record<string, unknown>>(path: string): Promise<T> {
    const answer = await (await this.client()).api.get(`/api/v1${path}`);
    if (answer.status !== 200) throw new Error(`/api/v1${path} answered ${answer.status} ${answer.text} to ${this.userName}`);
    return answer.body as T;
  }

  async form(path: string): Promise<Form> {
    return openForm(await this.client(), path);
  }

  /** Fills the form there and sends it: the page it leads to, when it was recorded. */
  async does(path: string, fields: Fields, button?: string): Promise<Answer & { readonly at: string }> {
    const client = await this.client();
    const sent = await (await openForm(client, path).then((form) => form.fill(fields))).press(button);
    if (sent.status !== 303) throw new Error(`${path} answered ${sent.status} "${sent.heading}": ${sent.errors.join('; ')}`);
    return Object.assign(await client.get(sent.location), { at: sent.location });
  }

  /** Fills the form there and sends it, and is told no: what the error summary says. */
  async isRefused(path: string, fields: Fields, button?: string): Promise<string[]> {
    const sent = await (await (await this.form(path)).fill(fields)).press(button);
    if (![400, 409].includes(sent.status)) throw new Error(`${path} answered ${sent.status} "${sent.heading}" and did not refuse`);
    return sent.errors;
  }

  /** Sends JSON to the API: what it answers, when it was recorded. */
  async tells<T = { readonly id: string }>(path: string, json: object, headers: Record<string, string> = {}): Promise<T> {
    const answer = await (await this.client()).api.post(`/api/v1${path}`, json, headers);
    if (answer.status >= 300) throw new Error(`/api/v1${path} answered ${answer.status} ${answer.text}`);
    return answer.body as T;
  }

  /** Sends JSON to the API and is told no: the reason. */
  async isTold(path: string, json: object): Promise<unknown> {
    const answer = await (await this.client()).api.post(`/api/v1${path}`, json);
    if (![400, 409].includes(answer.status)) throw new Error(`/api/v1${path} answered ${answer.status} ${answer.text} and did not refuse`);
    return answer.body['reason'] ?? answer.body['errors'];
  }
}

/** The last part of an address: the id of what it shows. */
export function idIn({ at }: { readonly at: string }): string {
  const [path = ''] = at.split(/[?#]/);
  return path.split('/').at(-1) ?? '';
}
