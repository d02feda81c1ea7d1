import { MemoryEventStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('MemoryEventStore', async () => {
  const store = new MemoryEventStore();
  const writer = { append: store.append.bind(store), close: () => Promise.resolve() };
  return { store, stores: [store], openWriter: () => Promise.resolve(writer), close: () => store.close() };
});
