import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Described {
  readonly [keyword: string]: unknown;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Described }>> }>>;
}

/** The description of the API, as it is served. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

/** What came back from the API. */
export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/**
 * Holds every answer of the API against its own description: it tells each status that comes, and nothing is answered that it does not tell.
 * The latter also catches what was never meant to be answered. The description is as new as the last build.
 */
export class ApiRules {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<string, ValidateFunction | null>();
  private readonly paths: readonly { readonly path: string; readonly pattern: RegExp }[];

  constructor(private readonly description: ApiDescription) {
    this.ajv.addSchema({ $id: 'api', components: closed(description.components) as object });
    this.paths = Object.keys(description.paths)
      // What is named comes before what stands in a place of its own.
      .sort((one, other) => one.split('{').length - other.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** Throws a sentence when the answer is not as described. Addresses that name nothing are passed over, as are answers of the server at a loss. */
  check(method: 'get' | 'post', address: string, { status, contentType, body }: ApiAnswer): void {
    const [asked = ''] = address.split('?');
    const path = this.paths.find(({ path: one, pattern }) => pattern.test(asked) && this.description.paths[one]?.[method])?.path;
    const operation = path === undefined ? undefined : this.description.paths[path]?.[method];
    if (path === undefined || !operation) return;
    const route = `${method.toUpperCase()} ${path}`;
    const told = operation.responses[String(status)];
    if (!told) throw new Error(`${route} answers ${status}, which its description does not tell`);
    const [mediaType = ''] = contentType.split(';');
    const content = told.content?.[mediaType];
    if (!content) throw new Error(`${route} answers ${status} as ${mediaType}, which its description does not tell`);
    const check = this.checkOf(`${route} ${status}`, mediaType.endsWith('json') ? content.schema : null);
    if (!check || check(body)) return;
    const amiss = (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
    throw new Error(
      `${route} answers ${status} otherwise than described when it was built: ${[...new Set(amiss)].slice(0, 12).join('; ')}`,
    );
  }

  private checkOf(key: string, schema: Described | null): ValidateFunction | null {
    let check = this.checks.get(key);
    if (check === undefined) {
      check = schema && this.ajv.compile(inApi(closed(schema)) as object);
      this.checks.set(key, check);
    }
    return check;
  }
}

/** The same with nothing let in beside what is told. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return 'properties' in inside && !('additionalProperties' in inside) && inside['type'] === 'object'
    ? { ...inside, additionalProperties: false }
    : inside;
}

function inApi(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
}
