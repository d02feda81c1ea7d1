import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderContactRow } from './order-contact.js';

@Entity({ schema: 'breaches', name: 'order_contact' })
export class OrderContactRecord {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'perpetrator_id' }) perpetratorId: string;
  @Column('jsonb') received: OrderContactRow['received'];
  @Column('jsonb') tellings: OrderContactRow['tellings'];
  @Column('text', { array: true }) subjects: string[];
}
