/**
 * Which originals lie in the archive, so that one that is missed is missed by somebody; and the versions of one report
 * that came one after another in other bytes, in the order of their arrival.
 */
export const versions = `
alter table content add column archived integer not null default 0 check (archived in (0, 1));

create view report_versions as
with report_arrived as (
  select r.report_id, r.document, r.sha256, r.organisation, r.org_number, r.kind, r.period_end, r.outcome,
    coalesce(r.org_number, r.organisation) as who,
    (select min(f.first_seen) from file f join content c using (content) where c.sha256 = r.sha256) as arrived
  from reports r where r.kind <> 'appendix' and r.period_end is not null
),
numbered as materialized (
  select *, dense_rank() over (partition by who, kind, period_end order by arrived, document, sha256) as version
  from report_arrived where who is not null
),
step as (
  select who, kind, period_end, version, lag(min(report_id)) over history as supersedes,
    lead(min(report_id)) over history as superseded_by
  from numbered group by who, kind, period_end, version
  window history as (partition by who, kind, period_end order by version)
)
select n.report_id, n.organisation, n.org_number, n.kind, n.period_end, n.version, n.arrived, n.outcome,
  s.supersedes, s.superseded_by, n.document, n.sha256
from numbered n join step s using (who, kind, period_end, version);
`
