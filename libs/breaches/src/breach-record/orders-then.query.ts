import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OrderState } from '#orders';

/** The orders as their record has them, for pages that show what can be alleged. Decisions read the streams themselves. */
@Injectable()
export class OrdersThen {
  constructor(private readonly database: DataSource) {}

  /** Every order ever made against the perpetrator with these records. Ask only after the viewer was let through to them. */
  async ofPerpetrator(perpetratorIds: readonly string[]): Promise<OrderState[]> {
    return this.docs('perpetrator_id = any ($1::text[])', perpetratorIds);
  }

  async withIds(orderIds: readonly string[]): Promise<OrderState[]> {
    return orderIds.length === 0 ? [] : this.docs('id = any ($1::text[])', orderIds);
  }

  private async docs(where: string, parameter: unknown): Promise<OrderState[]> {
    const rows: { doc: OrderState }[] = await this.database.query(`select doc from orders.order_record where ${where} order by id`, [
      parameter,
    ]);
    return rows.map(({ doc }) => doc);
  }
}
