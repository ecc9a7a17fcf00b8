/**
 * The tables, free to change by later migrations, and the five views of the public contract over them, whose columns
 * are never renamed or removed. A content is what files hold: files with the same bytes share one, and the one whose
 * name sorts first owns its reports, so that the order of arrival decides nothing.
 */
export const first = `
create table content (
  content text primary key,
  sha256 text unique,
  media_type text,
  pages integer,
  state text not null check (state in ('queued', 'processing', 'done', 'partial', 'failed', 'rejected', 'encrypted', 'vanished')),
  reason text,
  reading text,
  attempts integer not null default 0,
  finished text
) strict, without rowid;

create table file (
  name text not null,
  content text not null references content on delete cascade,
  first_seen text not null,
  primary key (name, content)
) strict, without rowid;
create index file_by_content on file (content, name);

create table page_reading (
  content text not null references content on delete cascade,
  reading text not null,
  pages blob not null,
  primary key (content, reading)
) strict;

create table page_cache (
  cache_key text primary key,
  page blob not null
) strict;

create table report (
  report_id text primary key,
  content text not null references content on delete cascade,
  ordinal integer not null,
  tree blob not null,
  tree_hash text not null,
  settled text,
  organisation text,
  org_number text,
  kind text not null check (kind in ('annual', 'interim', 'appendix')),
  period_start text,
  period_end text,
  first_page integer not null,
  last_page integer not null,
  outcome text not null default 'incomplete' check (outcome in ('reconciled', 'differs', 'incomplete', 'failed')),
  checks_ok integer not null default 0,
  checks_rounding integer not null default 0,
  checks_repaired integer not null default 0,
  checks_mismatch integer not null default 0,
  checks_incomplete integer not null default 0
) strict, without rowid;
create index report_by_content on report (content);

create table fact (
  fact_id text primary key,
  report_id text not null references report on delete cascade,
  table_no integer not null,
  row_no integer not null,
  column_no integer not null,
  page integer not null,
  x0 real, y0 real, x1 real, y1 real,
  statement text not null,
  note text,
  table_title text,
  section text,
  role text not null check (role in ('line', 'subtotal', 'total')),
  label text,
  label_raw text,
  concept text,
  note_ref text,
  column_label text,
  period_end text,
  scenario text not null check (scenario in ('actual', 'budget', 'variance', 'forecast')),
  amount integer not null,
  decimals integer not null,
  unit text not null check (unit in ('kr', 'tkr', 'mkr', '%', 'count')),
  amount_sek integer,
  raw_text text not null,
  status text not null check (status in ('verified', 'repaired', 'reviewed', 'unverified', 'suspect')),
  confirmations integer not null,
  confidence real not null check (confidence between 0 and 1),
  doubts text not null
) strict, without rowid;
create index fact_by_report on fact (report_id, table_no, row_no, column_no);
create index fact_by_concept on fact (concept, period_end);

create table check_made (
  check_id text primary key,
  report_id text not null references report on delete cascade,
  position integer not null,
  rule text not null,
  subject text not null,
  statement text,
  note text,
  period_end text,
  scenario text not null,
  expected any,
  actual any,
  difference any,
  tolerance real not null,
  unit text not null,
  verdict text not null check (verdict in ('ok', 'rounding', 'repaired', 'mismatch', 'incomplete')),
  explanation text not null,
  fact_id text,
  confirms integer not null
) strict, without rowid;
create index check_by_report on check_made (report_id, position);

create table repair_made (
  repair_id text primary key,
  fact_id text not null references fact on delete cascade,
  raw_text text not null,
  amount_before integer not null,
  amount_after integer not null,
  evidence text not null check (json_valid(evidence)),
  cost real not null,
  margin real not null,
  decision text not null check (decision in ('auto', 'proposed', 'accepted', 'rejected')),
  decided_at text
) strict, without rowid;
create index repair_by_fact on repair_made (fact_id);

create table run_lease (
  only integer primary key check (only = 1),
  pid integer not null,
  process_start text not null,
  boot text not null,
  host text not null,
  beat integer not null
) strict;

create view documents as
select f.name as document, c.sha256,
  case when f.name = o.name then c.state else 'duplicate' end as state,
  case when f.name = o.name then c.reason else 'same bytes as ' || o.name end as reason,
  c.media_type, c.pages, f.first_seen, c.finished
from file f
join content c using (content)
join (select content, min(name) as name from file group by content) o using (content);

create view reports as
select r.report_id, (select min(name) from file where file.content = r.content) as document, c.sha256,
  r.organisation, r.org_number, r.kind, r.period_start, r.period_end, r.first_page, r.last_page,
  r.last_page - r.first_page + 1 as pages, r.outcome,
  r.checks_ok, r.checks_rounding, r.checks_repaired, r.checks_mismatch, r.checks_incomplete
from report r join content c using (content);

create view facts as
select f.fact_id, f.report_id, f.table_no, r.document, r.sha256, f.page, f.x0, f.y0, f.x1, f.y1,
  r.organisation, r.org_number, r.period_end as report_period_end,
  f.statement, f.note, f.table_title, f.section, f.row_no, f.role, f.label, f.label_raw, f.concept, f.note_ref,
  f.column_no, f.column_label, f.period_end, f.scenario,
  f.amount, f.decimals, f.unit, f.amount_sek, f.raw_text, f.status, f.confirmations, f.confidence, f.doubts
from fact f join reports r using (report_id);

create view checks as
select c.check_id, c.report_id, r.document, r.organisation, r.period_end as report_period_end,
  c.rule, c.subject, c.statement, c.note, c.period_end, c.scenario, c.expected, c.actual, c.difference, c.tolerance,
  c.unit, c.verdict, c.explanation, c.fact_id
from check_made c join reports r using (report_id);

create view repairs as
select repair_id, fact_id, raw_text, amount_before, amount_after, evidence, cost, margin, decision, decided_at
from repair_made;
`
