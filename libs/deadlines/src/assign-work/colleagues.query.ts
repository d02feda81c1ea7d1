import { Injectable } from '@nestjs/common';
import { isRole, permissionsOf } from '#access';
import { Users } from '#access/module';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Who in a force may be asked to do something. */
@Injectable()
export class Colleagues {
  constructor(private readonly users: Users) {}

  /** Those with an open account who may read the work list, by name. */
  async of(force: string): Promise<readonly Colleague[]> {
    const all = await this.users.list();
    return all
      .filter((user) => user.active && user.force === force && isRole(user.role) && permissionsOf(user.role).includes('view-work'))
      .map(({ id, displayName }) => ({ id, name: displayName }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
