import { type Context, Hono } from 'hono'
import type { DeskPage, DeskParts } from './desk-parts.js'
import { organisationPage } from './pages/organisation.js'
import { OrganisationFilter, organisationsPage } from './pages/organisations.js'
import { SearchRequest, searchPage } from './pages/search.js'
import { statementsPage } from './pages/statements.js'

/** The pages that show many reports at once: organisations, one organisation, its statements, and search. */
export function overviewRoutes({ reading, concepts = [] }: DeskParts, show: (page: DeskPage) => string): Hono {
  const routes = new Hono()
  const showIfKnown = (context: Context, page: DeskPage | undefined) =>
    page === undefined ? context.notFound() : context.html(show(page))
  routes.get('/organisations', (context) =>
    context.html(show(organisationsPage(reading, OrganisationFilter.parse(context.req.query())))),
  )
  routes.get('/organisations/:key', (context) =>
    showIfKnown(context, organisationPage(reading, concepts, context.req.param('key'))),
  )
  routes.get('/organisations/:key/statements', (context) =>
    showIfKnown(context, statementsPage(reading, context.req.param('key'))),
  )
  routes.get('/search', (context) => context.html(show(searchPage(reading, SearchRequest.parse(context.req.query())))))
  return routes
}
