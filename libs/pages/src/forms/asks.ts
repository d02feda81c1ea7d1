import 'reflect-metadata';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';
import { TextField } from './fields.js';

export const ASKS = 'pages:asks';

/**
 * What the address of a call of the API may ask, as a class of fields: what is not in it, or cannot be read, is refused and never passed over.
 * A call without it takes nothing after `?`.
 */
export function Asks(shape: new () => object): MethodDecorator {
  return applyDecorators(SetMetadata(ASKS, shape), ...parametersOf(shape).map((parameter) => ApiQuery(parameter)));
}

/** Where the part of a list begins that is asked for. */
export class PartAsked {
  @TextField('`next` of the part before, as it came; the first part without it', { max: 500, optional: true }) after?: string;
}

/** As the description of the API has them. */
function parametersOf({ prototype }: new () => object): ApiQueryOptions[] {
  const names = Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype as object) as readonly string[] | undefined;
  return (names ?? []).map((listed) => {
    const name = listed.slice(1);
    const { type, ...described } = Reflect.getMetadata('swagger/apiModelProperties', prototype as object, name) as Record<string, unknown>;
    const [one] = Array.isArray(type) ? (type as unknown[]) : [type];
    return { ...described, name, type: one, ...(Array.isArray(type) && { isArray: true }) } as ApiQueryOptions;
  });
}
