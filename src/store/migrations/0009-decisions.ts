/**
 * What persons decided, as a log that is only ever added to; and, made anew with every settlement, where each decision
 * was found to belong, which figures took part in a check, and what waits for a person. Where a file was last seen is for
 * those that are not archived. What is settled already is settled again, so that it has all this too.
 */
export const decisions = `
create table decision (
  decision_id text primary key,
  at text not null,
  sha256 text not null,
  event text not null check (json_valid(event))
) strict, without rowid;
create index decision_by_document on decision (sha256, at, decision_id);

create trigger decision_stays before update on decision
begin select raise(abort, 'decisions are never changed'); end;
create trigger decision_remains before delete on decision
begin select raise(abort, 'decisions are never removed'); end;

create table decision_place (
  decision_id text primary key references decision,
  state text not null check (state in ('applied', 'superseded', 'undone', 'not found')),
  report_id text,
  fact_id text
) strict, without rowid;
create index decision_by_fact on decision_place (fact_id);

alter table check_made add column terms text not null default '';

create table doubt (
  fact_id text primary key references fact on delete cascade,
  wanted integer,
  checks text not null,
  settles integer not null,
  gap integer not null
) strict, without rowid;
create index doubt_by_weight on doubt (settles desc, gap desc, fact_id);

create index report_by_settlement on report (settled);

update report set settled = null;

alter table file add column path text;

create view decisions as
select d.decision_id, d.at, d.event ->> 'by' as decided_by, d.sha256,
  (select min(name) from file where file.content = d.sha256) as document,
  d.event ->> '$.ruling.kind' as kind, coalesce(p.state, 'not found') as state, p.report_id, p.fact_id, d.event
from decision d left join decision_place p using (decision_id);
`
