import { createHash } from 'node:crypto'
import type { View, ViewColumn } from '../model/view.js'
import { viewToCsv } from './csv.js'
import type { ExportedFile, ExportSource } from './exported-file.js'

interface Measured {
  readonly bytes: number
  readonly hash: string
}

/** Views as a Frictionless tabular data package (version 1 of the specification): CSV, and what each column means. */
export function viewsToDataPackage(source: ExportSource, views: readonly View[]): ExportedFile[] {
  const measures = new Map<string, Measured>()
  const tables = views.map((view) => measured(viewToCsv(source, view), measures))
  const included = new Set(views.map(({ name }) => name))
  return [
    ...tables,
    {
      name: 'datapackage.json',
      *chunks() {
        const resources = views.map((view) => toResource(view, measures.get(`${view.name}.csv`), included))
        yield `${JSON.stringify({ ...about, resources }, null, 2)}\n`
      },
    },
  ]
}

const about = {
  profile: 'tabular-data-package',
  name: 'avstam',
  title: 'Figures of Swedish annual reports, reconciled',
  description:
    'Printed amounts with the place on paper where they stand, what was read there, and how sure they are. Amounts in `…_sek` are whole kronor.',
}

function toResource(view: View, measure: Measured | undefined, included: ReadonlySet<string>): object {
  const foreignKeys = (view.references ?? [])
    .filter(([, other]) => included.has(other))
    .map(([fields, resource, column]) => ({ fields, reference: { resource, fields: column } }))
  const keyed = view.key.every((key) => view.columns.some(({ name, optional }) => name === key && !optional))
  return {
    profile: 'tabular-data-resource',
    name: view.name.replaceAll('_', '-'),
    path: `${view.name}.csv`,
    title: view.rowFor,
    description: view.about,
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    ...(measure && { bytes: measure.bytes, hash: `sha256:${measure.hash}` }),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: view.columns.map(toField),
      missingValues: [''],
      ...(keyed && { primaryKey: view.key }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  }
}

function toField({ name, type, meaning, example, unit, values, optional }: ViewColumn): object {
  const constraints = { ...(!optional && { required: true }), ...(values && { enum: values }) }
  return {
    name,
    type: type === 'json' ? (String(example).startsWith('[') ? 'array' : 'object') : type,
    // ISO 8601 throughout, but the default has no place for milliseconds
    ...(type === 'datetime' && { format: 'any' }),
    description: unit === undefined ? meaning : `${meaning} In: ${unit}.`,
    example,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}

/** The same file; once it is written to its end, its length and hash are known. */
function measured(file: ExportedFile, measures: Map<string, Measured>): ExportedFile {
  return {
    name: file.name,
    *chunks() {
      const hash = createHash('sha256')
      let bytes = 0
      for (const chunk of file.chunks()) {
        hash.update(chunk)
        bytes += Buffer.byteLength(chunk)
        yield chunk
      }
      measures.set(file.name, { bytes, hash: hash.digest('hex') })
    },
  }
}
