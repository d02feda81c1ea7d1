import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody searched for, kept for a short while so that no name has to stand in an address. */
@Entity({ schema: 'people', name: 'search' })
export class KeptSearchRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'user_id' }) userId: string;
  /** Sealed. */
  @Column('jsonb') terms: object;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
