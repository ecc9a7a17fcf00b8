import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

/** Where a desk can be looked at, and how it is ended. */
export interface ServedDesk {
  readonly address: string
  close(): Promise<void>
}

/** Serves the desk to this machine alone, on a port; 0 takes any that is free. Rejects where the port is taken. */
export async function serveDesk(desk: Hono, port: number): Promise<ServedDesk> {
  const server = createAdaptorServer({ fetch: desk.fetch }) as Server
  server.headersTimeout = 5_000
  server.requestTimeout = 15_000
  server.keepAliveTimeout = 5_000
  server.maxConnections = 100
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : port}/`
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
