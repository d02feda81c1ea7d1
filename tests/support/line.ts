import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line between a browser and the service that a test can cut: for pages, workers and everything else in the browser alike. */
export class Line {
  private server: Server | null = null;
  private hangs = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly to: URL,
    private port: number,
  ) {}

  /** Leads to the service at this address. */
  static async to(address: string): Promise<Line> {
    const line = new Line(new URL(address), 0);
    await line.mend();
    return line;
  }

  /** Where the browser finds the service. Stays the same. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async mend(): Promise<void> {
    this.hangs = false;
    if (this.server) return;
    const server = createServer((near) => this.join(near, connect(Number(this.to.port), this.to.hostname)));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Nothing gets through any more, on connections that are open neither. */
  async cut(): Promise<void> {
    const server = this.server;
    if (!server) return;
    this.server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Whatever asks is let in and never answered, also on connections that are open; those never are, once mended neither. */
  hang(): void {
    this.hangs = true;
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      if (!this.hangs) one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
