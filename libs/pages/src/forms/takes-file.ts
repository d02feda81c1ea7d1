import { RouteConfig } from '@nestjs/platform-fastify';

/** This route takes a form with a file (multipart/form-data): its fields as any form's, the file as the request's `upload`. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });
