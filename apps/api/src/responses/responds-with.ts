import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Shape } from '@stegvis/contracts/fields/field';
import { describe } from '../openapi/describe.js';

export const declaredResponse = 'stegvis:response';

/** What a route answers with. A list is a page, and its total travels in X-Total-Count. */
export interface DeclaredResponse {
  shape: Shape | 'nothing' | 'file';
  list: boolean;
}

type Model = new () => object;

/** Declares what a route may return: only the fields of this class leave the server. Every route declares it. */
export function RespondsWith(shape: Shape): MethodDecorator {
  describe(shape);
  return applyDecorators(SetMetadata(declaredResponse, { shape, list: false } satisfies DeclaredResponse), ApiOkResponse({ type: shape as Model }));
}

/** The same for a page of a list. */
export function RespondsWithList(shape: Shape): MethodDecorator {
  describe(shape);
  return applyDecorators(
    SetMetadata(declaredResponse, { shape, list: true } satisfies DeclaredResponse),
    ApiExtraModels(shape as Model),
    ApiOkResponse({
      schema: { type: 'array', items: { $ref: getSchemaPath(shape as Model) } },
      headers: { 'X-Total-Count': { description: 'Exact to 10 000, 10 001 above', schema: { type: 'integer' } } },
    }),
  );
}

/** Declares that a route answers with no content, or streams a file it has made itself. */
export const RespondsWithNothing = (): MethodDecorator =>
  applyDecorators(SetMetadata(declaredResponse, { shape: 'nothing', list: false } satisfies DeclaredResponse));
export const RespondsWithFile = (): MethodDecorator =>
  applyDecorators(SetMetadata(declaredResponse, { shape: 'file', list: false } satisfies DeclaredResponse));
