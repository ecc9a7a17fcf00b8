import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { timeout } from 'hono/timeout'

const mostBodyBytes = 64 * 1024
const mostMilliseconds = 30_000

// 127.0.0.1:4877, localhost
const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/** What stands before every answer: who may ask, how much may be sent, and what a browser may do with what it gets. */
export function guards(token: string): MiddlewareHandler[] {
  return [
    ownHostOnly,
    keptNotShown,
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
    fresh,
    bodyLimit({ maxSize: mostBodyBytes, onError: (context) => context.text('Too much was sent.', 413) }),
    ownChangesOnly(token),
    timeout(mostMilliseconds),
  ]
}

/** A name that was made to point here, as in DNS rebinding, is not this host's. */
const ownHostOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  if (!ownHost.test(host)) return context.text('Ask for 127.0.0.1 or localhost.', 403)
  return next()
}

/** What is sent to be kept as a file can do nothing, should it be shown after all. */
const keptNotShown: MiddlewareHandler = async (context, next) => {
  await next()
  const isFile = context.res.headers.get('content-disposition')?.startsWith('attachment')
  if (isFile) context.res.headers.set('content-security-policy', "sandbox; default-src 'none'")
}

/** Nothing that is shown is kept, unless its handler says so. */
const fresh: MiddlewareHandler = async (context, next) => {
  await next()
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
}

/** Asking changes nothing; a change comes from one of the desk's own pages, and carries its token. */
function ownChangesOnly(token: string): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req
    if (method === 'GET' || method === 'HEAD') return next()
    const { origin, host, 'sec-fetch-site': site, 'x-avstam-token': given = '' } = context.req.header()
    const isForeign =
      (origin !== undefined && origin !== `http://${host}`) || (site !== undefined && site !== 'same-origin')
    if (isForeign || !isSame(given, token)) return context.text('Changes are made from the desk’s own pages.', 403)
    return next()
  }
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
