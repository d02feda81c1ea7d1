import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Service, startService } from '../support/service.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: Record<string, unknown> }>> }>
  >;
}

let service: Service;
let api: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly security: readonly object[];
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
let operations: readonly (readonly [name: string, operation: Operation])[];

beforeAll(async () => {
  service = await startService();
  api = (await service.visitor().api.get('/api/openapi.json')).body as unknown as typeof api;
  operations = Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
});
afterAll(() => service.close());

/** The operations of which it is not so. */
function other(than: (operation: Operation, name: string) => boolean): string[] {
  return operations.filter(([name, operation]) => !than(operation, name)).map(([name]) => name);
}

describe('The description of the API', () => {
  it('tells every address of the API and no page', () => {
    expect(operations.length).toBeGreaterThan(130);
    expect(Object.keys(api.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
  });

  it('says of each what it does and to what it belongs', () => {
    expect(other(({ summary = '' }) => summary.length > 5)).toEqual([]);
    const rooms = [
      'access',
      'people',
      'work',
      'cases',
      'orders',
      'applications',
      'hearings',
      'breaches',
      'exhibits',
      'documents',
      'histories',
    ];
    expect(other(({ tags = [] }) => tags.length === 1 && [...rooms, 'offline', 'uptake'].includes(tags[0]!))).toEqual([]);
  });

  it('says what each answers, whole', () => {
    const told = ({ responses }: Operation) => Object.entries(responses).filter(([status]) => status.startsWith('2'));
    expect(other((operation) => told(operation).length === 1)).toEqual([]);
    const empty = (schema: unknown): boolean => {
      if (typeof schema !== 'object' || schema === null) return false;
      if (Array.isArray(schema)) return schema.some(empty);
      const bare = Object.keys(schema).length === 0 || JSON.stringify(schema) === '{"type":"object"}';
      return bare || Object.entries(schema).some(([name, part]) => name !== 'properties' && empty(part)) || partsAreEmpty(schema);
    };
    const partsAreEmpty = (schema: object): boolean => 'properties' in schema && Object.values(schema.properties as object).some(empty);
    expect(other((operation) => told(operation).every(([, { content }]) => !empty(Object.values(content)[0]?.schema)))).toEqual([]);
  });

  it('says what may be sent, whole: no object of which nothing is told', () => {
    const untold = (schema: unknown, at: string): string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const of = schema as Readonly<Record<string, unknown>>;
      const isBare = of['type'] === 'object' && !('properties' in of) && !('additionalProperties' in of);
      const isNothing = !['type', '$ref', 'anyOf', 'allOf', 'oneOf', 'enum'].some((keyword) => keyword in of);
      const named = typeof of['$ref'] === 'string' ? of['$ref'].replace('#/components/schemas/', '') : null;
      const parts = [
        ...Object.entries((of['properties'] as object | undefined) ?? {}),
        ...['anyOf', 'allOf', 'oneOf'].flatMap((keyword) => (of[keyword] as unknown[] | undefined) ?? []).map((one) => ['', one] as const),
        ...('items' in of ? [['[]', of['items']] as const] : []),
      ];
      const told = named === null || seen.has(named) ? [] : untold(api.components.schemas[seen.add(named) && named], named);
      return [...(isBare || isNothing ? [at] : []), ...told, ...parts.flatMap(([name, part]) => untold(part, `${at}/${name}`))];
    };
    const seen = new Set<string>();
    const sent = operations.flatMap(([name, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => untold(schema, name)),
    );
    expect(sent).toEqual([]);
    expect(seen.size).toBeGreaterThan(60);
  });

  it('says what is asked only beside another answer, and refused otherwise', () => {
    const conditional = Object.entries(api.components.schemas).flatMap(([name, schema]) => {
      const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, { readonly description?: string }>> };
      const fields = Object.keys(properties).filter((field) => /\((only|not) with /.test(properties[field]?.description ?? ''));
      return fields.length > 0 ? [[name, fields] as const] : [];
    });
    expect(Object.fromEntries(conditional)).toMatchObject({
      ChangeDto: expect.arrayContaining(['wording', 'number']),
      ClassifyDto: ['otherCode', 'inPlaceOf'],
      ConditionDto: ['category'],
      ConsiderSpoDto: ['reasons', 'lookAgainOn'],
      DecideVariationDto: expect.arrayContaining(['because', 'changes', 'end', 'effective']),
      EndInterimDto: ['at'],
      LodgeAppealDto: ['refusedOn', 'courtType', 'courtName'],
      RecordInErrorDto: ['why'],
      RecordOutcomeDto: ['offenceCodes', 'reason', 'applicationId'],
      RecordReleaseDetails: ['reason', 'note'],
      ReportBreachDetails: expect.arrayContaining(['on', 'time', 'until', 'narrowest']),
      TellVictimDetails: expect.arrayContaining(['channel', 'notTold', 'withheld']),
    });
    expect(conditional.flatMap(([, fields]) => fields).length).toBeGreaterThan(60);
  });

  it('names every part of every address', () => {
    const parts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? '').sort();
    const told = ({ parameters }: Operation) => parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
    expect(other((operation, name) => JSON.stringify(told(operation).sort()) === JSON.stringify(parts(name)))).toEqual([]);
    expect(other(({ parameters }) => new Set(parameters.map((one) => `${one.in} ${one.name}`)).size === parameters.length)).toEqual([]);
  });

  it('answers every command alike: of what, whether anything was recorded and where, and whether it is shown', () => {
    const alike = ({ responses }: Operation) => {
      const schema = responses['201']?.content['application/json']?.schema ?? {};
      const named = ((schema['$ref'] as string | undefined) ?? '').replace('#/components/schemas/', '');
      const { properties = {}, required = [] } = (api.components.schemas[named] ?? schema) as {
        readonly properties?: object;
        readonly required?: readonly string[];
      };
      return ['id', 'recorded', 'position', 'shown'].every((name) => Object.hasOwn(properties, name) && required.includes(name));
    };
    const isCommand = ({ parameters }: Operation) => parameters.some(({ name }) => name === 'Idempotency-Key');
    expect(operations.filter(([, operation]) => isCommand(operation)).length).toBeGreaterThan(90);
    expect(other((operation) => !isCommand(operation) || alike(operation))).toEqual([]);
  });

  it('is a description that programs can read', () => {
    expect(api.openapi).toMatch(/^3\.1/);
    const ajv = new Ajv2020({ strict: false });
    const schemas = Object.entries(api.components.schemas);
    expect(schemas.filter(([, schema]) => !ajv.validateSchema(schema)).map(([name]) => name)).toEqual([]);
    const named = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(api.components.schemas, name))).toEqual([]);
  });

  it('says who may ask, which errors come, and how a request is repeated', () => {
    expect(api.security).toEqual([{ bearer: [] }]);
    expect(other(({ security }, name) => (security?.length === 0) === (name === 'post /api/v1/tokens'))).toEqual([]);
    const problem = JSON.stringify({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
    expect(other(({ responses }) => [401, 503].every((status) => JSON.stringify(responses[status]?.content) === problem))).toEqual([]);
    const repeats = ({ parameters }: Operation) => parameters.some((one) => one.name === 'Idempotency-Key' && !one.required);
    expect(other((operation, name) => repeats(operation) === ('201' in operation.responses && name !== 'post /api/v1/tokens'))).toEqual([]);
    expect(other(({ parameters }) => !parameters.some((one) => one.in === 'query' && one.required))).toEqual([
      'get /api/v1/offline/device',
    ]);
  });
});
