import { type Context, Hono } from 'hono'
import { DocumentError, exitCode, StopError } from '../errors.js'
import { answerDecision } from './answer-decision.js'
import type { DeskPage, DeskParts } from './desk-parts.js'
import { guards } from './guard.js'
import { renderPage } from './layout.js'
import { overviewRoutes } from './overview-routes.js'
import { createPagePictures } from './page-pictures.js'
import { decisionsPage } from './pages/decisions.js'
import { documentPage } from './pages/document.js'
import { DocumentRequest, documentsPage } from './pages/documents.js'
import { queuePage } from './pages/queue.js'
import { troublePage } from './pages/trouble.js'

/** The review desk as a web application. */
export function createDesk(parts: DeskParts): Hono {
  const desk = new Hono()
  desk.use(...guards(parts.token))
  const show = (page: DeskPage) => renderPage(page, parts.token)
  const notHere = (context: Context) => context.html(show(troublePage('Not here', 'There is no such page.')), 404)

  desk.get('/assets/style.css', (context) => context.body(parts.assets.style, 200, { 'content-type': 'text/css' }))
  desk.get('/assets/desk.js', (context) =>
    context.body(parts.assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )

  desk.get('/', (context) => context.html(show(queuePage(parts, numberOf(context.req.query('at')) || 1))))
  desk.get('/documents', (context) =>
    context.html(show(documentsPage(parts.reading, DocumentRequest.parse(context.req.query())))),
  )
  desk.get('/decisions', (context) => context.html(show(decisionsPage(parts))))
  desk.post('/decisions', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined)
    const { status, body: answer } = await answerDecision(body, parts)
    return context.json(answer, status)
  })

  desk.route('/', overviewRoutes(parts, show))

  const document = '/documents/:sha256{[0-9a-f]{64}}'
  desk.get(document, (context) => {
    const { page, fact, q } = context.req.query()
    const asked = { page: numberOf(page), fact, q }
    const sha256 = context.req.param('sha256')
    const found = documentPage(parts, sha256, asked)
    if (found !== undefined) parts.foresee?.(sha256)
    return found === undefined ? notHere(context) : context.html(show(found))
  })

  const pictureOf = createPagePictures(parts)
  desk.get(`${document}/pages/:number{[1-9][0-9]{0,4}}/picture`, async (context) => {
    const picture = await pictureOf(context.req.param('sha256'), Number(context.req.param('number')))
    if (picture === undefined) return notHere(context)
    const headers = { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' }
    return context.body(Uint8Array.from(picture).buffer, 200, headers)
  })
  desk.get(`${document}/original`, (context) => {
    const original = parts.originalOf(context.req.param('sha256'))
    if (original === undefined) return notHere(context)
    return context.body(Uint8Array.from(original.bytes).buffer, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(original.name)}`,
    })
  })

  desk.notFound(notHere)
  desk.onError((error, context) => {
    if (error instanceof StopError && error.code === exitCode.locked) {
      return context.json({ message: `${error.message} ${error.advice}` }, 503)
    }
    const isForeseen = error instanceof StopError || error instanceof DocumentError
    if (!isForeseen) parts.note(error)
    const message = isForeseen ? error.message : 'What went wrong stands where avstam review was started.'
    return context.html(show(troublePage('That failed', message)), 500)
  })
  return desk
}

/** A whole number of an address; undefined where it is none. */
function numberOf(text: string | undefined): number | undefined {
  // 17
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
