import type { View } from '../model/view.js'
import type { ExportedFile, ExportSource } from './exported-file.js'

/** Queries that a published database opens with. */
const queries = {
  net_results: {
    title: 'Net results of all organisations, year by year',
    sql: "select organisation, period_end, amount_sek, status, breaks, document, page from series where concept = 'net_result' and statement = 'income_statement' order by organisation, period_end",
  },
  equity_ratios: {
    title: 'Soliditet, with the bounds that rounding leaves',
    sql: "select organisation, period_end, value, low, high, printed, status from key_figures where key_figure = 'equity_ratio' order by organisation, period_end",
  },
  what_differs: {
    title: 'Checks that do not hold, the largest first',
    sql: "select organisation, report_period_end, rule, subject, difference, unit, explanation, document from checks where verdict = 'mismatch' order by abs(difference) desc",
  },
}

/** What Datasette shows beside the database: titles, the meaning of every column, and a few queries. */
export function sourceToDatasetteMetadata(source: ExportSource): ExportedFile {
  const tables = Object.fromEntries(source.views.map((view) => [view.name, aboutView(view)]))
  const metadata = {
    title: 'Figures of Swedish annual reports, reconciled',
    description:
      'Printed amounts with the place on paper where they stand, what was read there, and how sure they are.',
    databases: { [source.databaseName]: { tables, queries } },
  }
  return { name: 'metadata.yaml', chunks: () => [`${toYaml(metadata, '')}\n`] }
}

function aboutView({ rowFor, about, columns }: View): object {
  const meanings = columns.map(({ name, meaning, unit }) => [name, unit ? `${meaning} In: ${unit}.` : meaning])
  return {
    title: rowFor,
    description: about,
    columns: Object.fromEntries(meanings),
    size: 100,
  }
}

/** YAML of nested mappings; texts as JSON writes them, which YAML 1.2 reads alike. */
function toYaml(value: object, indent: string): string {
  const lines = Object.entries(value).map(([key, content]: [string, unknown]) => {
    const name = JSON.stringify(key)
    if (typeof content !== 'object' || content === null) return `${indent}${name}: ${JSON.stringify(content)}`
    return `${indent}${name}:\n${toYaml(content, `${indent}  `)}`
  })
  return lines.join('\n')
}
