import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { CellValue, ColumnType, View, ViewColumn } from '../model/view.js'
import { type ExportedFile, type ExportSource, inBatches } from './exported-file.js'

type ParquetOptions = ConstructorParameters<typeof ParquetWriter>[0]
type SchemaElement = ParquetOptions['schema'][number]

const rowsInGroup = 5_000

const physical: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

/** A view as Parquet: whole numbers as 64-bit integers, dates as dates; JSON stays text. */
export function viewToParquet(source: ExportSource, view: View): ExportedFile {
  return {
    name: `${view.name}.parquet`,
    *chunks() {
      const bytes = new ByteWriter()
      const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(view), createdBy: 'avstam' })
      for (const rows of inBatches(source.rows(view), rowsInGroup)) {
        const columnData = view.columns.map((column) => ({
          name: column.name,
          data: rows.map((row) => toParquetValue(column, row[column.name] ?? null)),
        }))
        writer.write({ columnData, rowGroupSize: rowsInGroup })
        yield takeBytes(bytes)
      }
      writer.finish()
      yield takeBytes(bytes)
    },
  }
}

function schemaOf(view: View): SchemaElement[] {
  const columns = view.columns.map(({ name, type, optional }): SchemaElement => {
    return { name, ...physical[type], repetition_type: optional ? 'OPTIONAL' : 'REQUIRED' }
  })
  return [{ name: view.name, num_children: columns.length }, ...columns]
}

function toParquetValue({ name, type }: ViewColumn, value: CellValue): string | number | bigint | Date | null {
  if (value === null) return null
  if (type === 'integer') return BigInt(value)
  if (type !== 'date' && type !== 'datetime') return value
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw new Error(`Expected ${name} to be a date, got ${value}.`)
  return date
}

/** What was written since the last time: the writer's own offsets go on from there. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
