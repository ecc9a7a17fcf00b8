import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { unpackJson } from '../packed-json.js'

/**
 * The parsed reports' trees, which are long, in a table of their own, and whose they say they are beside the rest: all
 * that grouping reports by organisation needs to know is read without a tree.
 */
const tables = `
create table report_tree (
  report_id text primary key references report on delete cascade,
  tree blob not null
) strict;
insert into report_tree (report_id, tree) select report_id, tree from report;

alter table report drop column tree;
alter table report add column printed_organisation text;
alter table report add column printed_org_number text;
`

const Identity = z.object({ organisation: z.string().nullable(), orgNumber: z.string().nullable() })

/** Moves the trees, and fills in from each what it says of whose it is. */
export function reportTrees(database: Database): void {
  database.exec(tables)
  const treeOf = database.prepare<[string], Buffer>('select tree from report_tree where report_id = ?').pluck()
  const fill = database.prepare(
    'update report set printed_organisation = ?, printed_org_number = ? where report_id = ?',
  )
  for (const id of database.prepare<[], string>('select report_id from report').pluck().all()) {
    const { organisation, orgNumber } = Identity.parse(unpackJson(treeOf.get(id)!))
    fill.run(organisation, orgNumber, id)
  }
}
