import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

export const TAKES_FILE = 'pages:takes-file';

/**
 * This route takes a form with a file (multipart/form-data): its fields as any form's, the file as the request's `upload`. Its body is read
 * only when the guard has let the caller through.
 */
export const TakesFile = (): MethodDecorator => applyDecorators(RouteConfig({ takesFile: true }), SetMetadata(TAKES_FILE, true));
