import type { View, ViewColumn } from '../../src/model/view.js'

/** The text of `docs/data.md`: every public view and column, with meaning, unit and example. */
export function printViews(views: readonly View[]): string {
  return `${[opening(views), ...views.map(printView)].join('\n\n')}\n`
}

function opening(views: readonly View[]): string {
  const list = views.map(({ name, rowFor }) => `- [\`${name}\`](#${name}): ${rowFor}`).join('\n')
  return `<!-- Made by \`npx tsx scripts/describe-data.ts\` from the descriptions in src/store/views: change those. -->

# The data, column by column

These views of the database are the stable interface: columns may be added, and are never renamed or removed. The
tables behind them are free to change. \`avstam export\` writes the same views, rows and columns in other forms.

${list}

An empty cell means that something is not printed, not known or does not apply: never zero. Amounts are integers, with
\`decimals\` of their digits after the comma; what ends in \`_sek\` is whole kronor. Dates are ISO 8601. Ids are made from
content and place, so that the same documents give the same ids on every machine.`
}

function printView({ name, rowFor, about, key, references = [], columns }: View): string {
  const keys = key.map(code).join(', ')
  const links = references.map(([from, view, to]) => `${code(from)} is ${code(to)} of [${code(view)}](#${view})`)
  const facts = [`Key: ${keys}.`, ...(links.length > 0 ? [`${links.join('; ')}.`] : [])].join(' ')
  const head = '| column | type | meaning | unit | example |\n| --- | --- | --- | --- | --- |'
  return `## ${name}\n\n${sentence(rowFor)}. ${about}\n\n${facts}\n\n${head}\n${columns.map(printColumn).join('\n')}`
}

function printColumn({ name, type, meaning, unit = '', values, example, optional }: ViewColumn): string {
  const closed = values && values.length > 1 ? ` One of ${values.map(code).join(', ')}.` : ''
  const kind = `${type}${optional ? ', may be empty' : ''}`
  const cells = [code(name), kind, `${meaning}${closed}`, unit, code(String(example))]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const code = (text: string): string => `\`${text}\``
const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`
