import type { View } from '../model/view.js'
import { checks, decisions, documents, facts, repairs, reports } from './views/record-views.js'
import { reportVersions } from './views/report-versions.js'
import { keyFigures, quality, series, statementPivot } from './views/research-views.js'

/** All views of the public contract, described as they stand in the database. */
export const publicViews: readonly View[] = [
  ...[documents, reports, facts, checks, repairs, decisions, reportVersions],
  ...[series, statementPivot, keyFigures, quality],
]
