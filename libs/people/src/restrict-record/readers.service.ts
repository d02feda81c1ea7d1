import { Injectable } from '@nestjs/common';
import { Users } from '#access/module';
import { refuse } from '#event-sourcing';

/** The readers of restricted records as people name them (user names), and as facts keep them (user ids). */
@Injectable()
export class Readers {
  constructor(private readonly users: Users) {}

  /** The ids of open accounts with these user names. Refuses with `unknown-reader` and its place in the list, from 1. */
  async ids(userNames: readonly string[]): Promise<string[]> {
    if (userNames.length === 0) return [];
    const byName = new Map((await this.users.list()).filter(({ active }) => active).map(({ userName, id }) => [userName, id]));
    return userNames.map((name, place) => {
      const id = byName.get(name.trim().toLowerCase());
      if (id === undefined) throw refuse('unknown-reader', { place: place + 1 });
      return id;
    });
  }

  /** Who they are, for those who may know of the restriction. An account that is gone keeps its id. */
  async named(ids: readonly string[]): Promise<{ readonly userName: string; readonly name: string }[]> {
    const byId = new Map((await this.users.list()).map((user) => [user.id, user]));
    return ids.map((id) => ({ userName: byId.get(id)?.userName ?? id, name: byId.get(id)?.displayName ?? id }));
  }
}
