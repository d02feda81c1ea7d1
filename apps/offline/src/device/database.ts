/** What this device keeps, in the browser's database. Nothing in it that names a person is readable without a key. */
export interface Tables {
  /** Single things by name: see `Kept`. */
  readonly kept: unknown;
  readonly reports: StoredReport;
  readonly looks: StoredLook;
}

/** Encrypted with AES-GCM. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export interface StoredReport {
  /** The command's id, made here: what is sent twice is recorded once. */
  readonly id: string;
  readonly userId: string;
  /** `draft`: begun in a form, and not saved. */
  readonly state: 'draft' | 'waiting' | 'refused' | 'sent';
  readonly sealed: Sealed;
}

export interface StoredLook {
  readonly id: string;
  readonly userId: string;
  readonly sealed: Sealed;
}

const databaseName = 'orderwatch-offline';

/** Whether anything was ever kept here. Browsers that cannot say count as used. */
export async function isUsed(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === databaseName);
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('kept');
      request.result.createObjectStore('reports', { keyPath: 'id' });
      request.result.createObjectStore('looks', { keyPath: 'id' });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('The database of this device cannot be opened')));
  });
  return opened;
}

async function within<T>(table: keyof Tables, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(table, mode);
  const request = work(transaction.objectStore(table));
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(new Error('The database of this device did not take the change')));
  });
}

/** Null when there is none. */
export async function kept<T>(name: string): Promise<T | null> {
  return ((await within('kept', 'readonly', (store) => store.get(name))) as T | undefined) ?? null;
}

export async function keep(name: string, value: unknown): Promise<void> {
  await within('kept', 'readwrite', (store) => store.put(value, name));
}

export async function forget(name: string): Promise<void> {
  await within('kept', 'readwrite', (store) => store.delete(name));
}

/** The names of all that is kept. */
export async function names(): Promise<string[]> {
  return (await within('kept', 'readonly', (store) => store.getAllKeys())).map(String);
}

export async function all<Table extends 'reports' | 'looks'>(table: Table): Promise<Tables[Table][]> {
  return within(table, 'readonly', (store) => store.getAll()) as Promise<Tables[Table][]>;
}

export async function put<Table extends 'reports' | 'looks'>(table: Table, row: Tables[Table]): Promise<void> {
  await within(table, 'readwrite', (store) => store.put(row));
}

export async function remove(table: 'reports' | 'looks', id: string): Promise<void> {
  await within(table, 'readwrite', (store) => store.delete(id));
}
