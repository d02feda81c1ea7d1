import '@nestjs/common';
import 'typeorm';
import 'pg';
import '@kurrent/kurrentdb-client';
import '@fastify/cookie';
import 'fastify';
import 'rxjs';

export type Machinery = 'not loaded by an import of this type';
