const name = 'orderwatch-offline';

/** Tells every open page of ours on this device, this one too, that something kept here has changed. */
export function changed(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('changed');
  channel.close();
  globalThis.dispatchEvent(new Event(name));
}

export function onChange(listen: () => void): void {
  new BroadcastChannel(name).addEventListener('message', listen);
  globalThis.addEventListener(name, listen);
}
