// The part of a service worker's surroundings that ours uses: the compiler knows either those of a page or those of a worker.

export interface LongEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Fetching extends LongEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Syncing extends LongEvent {
  readonly tag: string;
}

export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LongEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
  addEventListener(type: 'sync', listen: (event: Syncing) => void): void;
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void;
}
