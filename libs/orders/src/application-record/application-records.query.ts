import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FiledApplication } from '../domain/application.js';
import { RecordsAgainst } from '../order-record/records-against.query.js';

/** Applications, the latest filed first. */
@Injectable()
export class ApplicationRecords extends RecordsAgainst<FiledApplication> {
  constructor(database: DataSource) {
    super(database, {
      table: 'orders.application_record',
      day: 'filed_on',
      cursor: ({ filedOn, applicationId }) => [filedOn, applicationId],
    });
  }
}
