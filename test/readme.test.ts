import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exitCode } from '../src/errors.js'
import { openDatabase } from '../src/store/open-database.js'
import { Workplace } from './support/workplace.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

describe('README', () => {
  it('names the columns of every view, in their order', () => {
    const database = openDatabase(place.at('db.sqlite'))
    for (const view of ['documents', 'reports', 'facts', 'checks', 'repairs']) {
      const columns = database.pragma(`table_info(${view})`) as { name: string }[]
      // - `repairs`, a row for each amount changed: `repair_id`, `fact_id`
      const entry = readme.split(/\n(?=- |\n)/).find((part) => part.startsWith(`- \`${view}\`, `)) ?? ''
      const named = [...entry.slice(entry.indexOf(':')).matchAll(/`(\w+)`/g)].map(([, name]) => name)
      expect(named, view).toEqual(columns.map(({ name }) => name))
    }
    database.close()
  })

  it('gives a query that runs', () => {
    const query = readme.match(/```\n(select [^`]+);\n```/)?.[1]
    const database = openDatabase(place.at('db.sqlite'))
    expect(database.prepare(query ?? '').all()).toEqual([])
    database.close()
  })

  it('names every command and every exit code', async () => {
    const { out } = await place.avstam(['--help']).catch(() => ({ out: '' }))
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name]) => (name === 'help' ? [] : name!))
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) expect(readme).toContain(`| \`avstam ${command}`)
    const table = readme.slice(readme.indexOf('| exit code'))
    for (const code of Object.values(exitCode)) expect(table).toMatch(new RegExp(`^\\| (\\d+, )?${code}\\b`, 'm'))
  })
})
