import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** People whose rows could not be made from what is recorded: theirs stay as they last were, and everybody else's go on. */
@Injectable()
export class SetAside {
  constructor(private readonly database: DataSource) {}

  /** How many there are, of one force or (null) of all. */
  async count(force: string | null): Promise<number> {
    const [found]: { count: number }[] = await this.database.query(
      `select count(distinct perpetrator_id)::int as count from deadlines.work
       where set_aside is not null and set_aside = facts and facts <> settled and ($1::text is null or force = $1)`,
      [force],
    );
    return found?.count ?? 0;
  }
}
