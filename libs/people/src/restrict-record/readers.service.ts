import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#access';
import { Users } from '#access/module';
import { refuse } from '#event-sourcing';
import type { LegalReader } from '../domain/restriction.js';

/** The readers of restricted records as people name them (user names), and as facts keep them (user ids). */
@Injectable()
export class Readers {
  constructor(private readonly users: Users) {}

  /**
   * The ids of open accounts with these user names. Refuses with `unknown-reader`, or with `reader-opens-nothing` for one that opens no record of
   * anybody, and its place in the list, from 1.
   */
  async ids(userNames: readonly string[]): Promise<string[]> {
    if (userNames.length === 0) return [];
    const byName = new Map((await this.users.list()).filter(({ active }) => active).map((user) => [user.userName, user]));
    return userNames.map((name, place) => {
      const user = byName.get(name.trim().toLowerCase());
      if (user === undefined) throw refuse('unknown-reader', { place: place + 1 });
      if (!permissionsOf(user.role).includes('view-person')) throw refuse('reader-opens-nothing', { place: place + 1 });
      return user.id;
    });
  }

  /** The open accounts of the force that may look after a restricted record once they are among its readers. */
  async legalOf(force: string): Promise<LegalReader[]> {
    const open = (await this.users.list()).filter((user) => user.active && user.force === force);
    return open.filter(({ role }) => permissionsOf(role).includes('restrict-record'));
  }

  /** Who they are, for those who may know of the restriction. An account that is gone keeps its id. */
  async named(ids: readonly string[]): Promise<{ readonly userName: string; readonly name: string }[]> {
    const byId = new Map((await this.users.list()).map((user) => [user.id, user]));
    return ids.map((id) => ({ userName: byId.get(id)?.userName ?? id, name: byId.get(id)?.displayName ?? id }));
  }
}
