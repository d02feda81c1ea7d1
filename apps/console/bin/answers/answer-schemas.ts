import ts from 'typescript';
import type { AnswerSchemas, Schema } from '../../../web/src/api-description/described-answers.js';

/** The answers that are no JSON: a file, a picture, a page, another address. */
export const NOT_JSON = ['Download', 'Picture', 'Csv', 'Page', 'Redirect', 'Buffer'];

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const API = /['"`]\/?api\/v1\b/;

/**
 * What every route of every controller answers, read from the types of their methods, since those are what the compiler holds the answers to.
 * Throws a sentence where a type cannot be answered as JSON.
 */
export function answerSchemas(program: ts.Program): AnswerSchemas {
  const types = new AnswerTypes(program.getTypeChecker());
  const methods: Record<string, Schema> = {};
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile) continue;
    const find = (node: ts.Node): void => {
      if (!ts.isClassDeclaration(node) || !node.name || !decorated(node, 'Controller')) return ts.forEachChild(node, find);
      for (const member of node.members)
        if (ts.isMethodDeclaration(member) && isOfApi(node, member))
          methods[`${node.name.text}_${member.name.getText()}`] = types.method(member);
    };
    find(source);
  }
  return { methods, schemas: types.named };
}

class AnswerTypes {
  readonly named: Record<string, Schema> = {};
  private readonly names = new Map<ts.Symbol, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  method(method: ts.MethodDeclaration): Schema {
    const signature = this.checker.getSignatureFromDeclaration(method);
    const answered = signature && this.checker.getAwaitedType(this.checker.getReturnTypeOfSignature(signature));
    return answered ? this.of(answered) : {};
  }

  private of(type: ts.Type): Schema {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.flags & ts.TypeFlags.StringLiteral) return { type: 'string', const: (type as ts.StringLiteralType).value };
    if (type.flags & ts.TypeFlags.NumberLiteral) return { type: 'number', const: (type as ts.NumberLiteralType).value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { type: 'null' };
    if (type.flags & ts.TypeFlags.NonPrimitive) return { type: 'object' };
    if (type.isTypeParameter()) return this.of(this.checker.getBaseConstraintOfType(type) ?? this.checker.getUnknownType());
    return this.ofSeveral(type);
  }

  /** What has parts: it is named where its type has a name of its own, so that it may hold itself. */
  private ofSeveral(type: ts.Type): Schema {
    const symbol = ownName(type);
    if (!symbol) return this.parts(type);
    if (NOT_JSON.includes(symbol.name)) return { 'x-not-json': symbol.name };
    const known = this.names.get(symbol);
    if (known !== undefined) return reference(known);
    const name = this.free(symbol);
    this.names.set(symbol, name);
    this.named[name] = {};
    this.named[name] = { ...described(symbol, this.checker), ...this.parts(type) };
    return reference(name);
  }

  private parts(type: ts.Type): Schema {
    if (type.isUnion()) return this.union(type.types);
    if (type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.StringLike)) return { type: 'string' };
    if (this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference).map((one) => this.of(one));
      return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
    }
    if (this.checker.isArrayLikeType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? this.of(item) : {} };
    }
    return this.object(type);
  }

  private union(types: readonly ts.Type[]): Schema {
    const given = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const strings = given.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    const numbers = given.flatMap((one) => (one.isNumberLiteral() ? [one.value] : []));
    const booleans = given.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral);
    const others = given.filter((one) => !one.isStringLiteral() && !one.isNumberLiteral() && !booleans.includes(one));
    const choices: Schema[] = [
      ...(strings.length > 0 ? [{ type: 'string', enum: strings.sort() }] : []),
      ...(numbers.length > 0 ? [{ type: 'number', enum: numbers.sort((one, other) => one - other) }] : []),
      ...(booleans.length > 1 ? [{ type: 'boolean' }] : booleans.map((one) => this.of(one))),
      ...others.filter((one) => !isNull(one)).map((one) => this.of(one)),
      ...others.filter(isNull).map((one) => this.of(one)),
    ];
    const [only] = choices;
    return choices.length === 1 && only ? only : { anyOf: choices };
  }

  private object(type: ts.Type): Schema {
    if (type.getCallSignatures().length > 0) throw new Error(`${this.checker.typeToString(type)} cannot be answered as JSON`);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const told = this.checker.getTypeOfSymbol(property);
      if (told.getCallSignatures().length > 0 || property.name.startsWith('__@')) continue;
      const value = this.of(told);
      const { description } = described(property, this.checker);
      properties[property.name] = description === undefined ? value : { ...value, description };
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(values ? { additionalProperties: this.of(values) } : {}),
    };
  }

  /** Two rooms may give their types the same name: the later one is named after its room too. */
  private free({ name, declarations }: ts.Symbol): string {
    if (!Object.hasOwn(this.named, name)) return name;
    const room = /\/(?:libs|apps)\/([^/]+)\//.exec(declarations?.[0]?.getSourceFile().fileName ?? '')?.[1] ?? '';
    const inRoom = room.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()) + name;
    for (let nth = 1; ; nth += 1) {
      const free = nth === 1 ? inRoom : `${inRoom}${nth}`;
      if (!Object.hasOwn(this.named, free)) return free;
    }
  }
}

/** The name that somebody gave to a type of objects; a type that takes others is another with each of them. */
function ownName(type: ts.Type): ts.Symbol | undefined {
  if (type.aliasSymbol) return type.aliasTypeArguments?.length ? undefined : type.aliasSymbol;
  const symbol = type.getSymbol();
  const isNamed = symbol && symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class);
  if (!isNamed || symbol.declarations?.some((one) => one.getSourceFile().fileName.includes('/typescript/lib/'))) return undefined;
  return (type as ts.TypeReference).typeArguments?.length ? undefined : symbol;
}

function isNull({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Null) !== 0;
}

function described(symbol: ts.Symbol, checker: ts.TypeChecker): { readonly description?: string } {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
  return text === '' ? {} : { description: text };
}

function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** Whether the address of the method, or of its whole controller, is one of the API. */
function isOfApi(controller: ts.ClassDeclaration, method: ts.MethodDeclaration): boolean {
  const route = (ts.getDecorators(method) ?? []).find((one) => VERBS.has(nameOf(one) ?? ''));
  const base = (ts.getDecorators(controller) ?? []).find((one) => nameOf(one) === 'Controller');
  return route !== undefined && (API.test(base?.getText() ?? '') || API.test(route.getText()) || !/['"`[]/.test(route.getText()));
}

function decorated(node: ts.HasDecorators, name: string): boolean {
  return (ts.getDecorators(node) ?? []).some((one) => nameOf(one) === name);
}

function nameOf({ expression }: ts.Decorator): string | undefined {
  return ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) ? expression.expression.text : undefined;
}
