import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in: path without query, and the Authorization header. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** A server on 127.0.0.1 that answers every request with an empty JSON array. */
export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => answer(request, response, seen));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, seen: SeenRequest[]): void {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
    seen.push({ path: pathname, authorization: request.headers.authorization });
  }
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
  response.end('[]');
}
