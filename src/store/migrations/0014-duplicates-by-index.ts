/** The same view; the first version of a report is found by its organisation, not among all reports of its year. */
export const duplicatesByIndex = `
drop view reports;
create view reports as
select r.report_id, (select min(name) from file where file.content = r.content) as document, c.sha256,
  r.organisation, r.org_number, r.kind, r.period_start, r.period_end, r.first_page, r.last_page,
  r.last_page - r.first_page + 1 as pages, r.outcome,
  r.checks_ok, r.checks_rounding, r.checks_repaired, r.checks_mismatch, r.checks_incomplete,
  (select first.report_id from (
      select other.report_id, other.content from report other
      where r.org_number is not null and other.period_end = r.period_end and other.kind = r.kind
        and other.org_number = r.org_number
      union all
      select other.report_id, other.content from report other
      where r.org_number is null and other.period_end = r.period_end and other.kind = r.kind
        and other.org_number is null and other.organisation = r.organisation
    ) first
    where r.kind <> 'appendix' and first.content <> r.content
      and ((select min(name) from file where file.content = first.content), first.content)
        < ((select min(name) from file where file.content = r.content), r.content)
    order by (select min(name) from file where file.content = first.content), first.content, first.report_id
    limit 1) as probable_duplicate_of
from report r join content c using (content);
`
