/**
 * Marks versions of one report that came in several files, such as a report that was scanned twice: same organisation,
 * kind and period in other bytes. The one whose document's name sorts first is the first; it has no mark.
 */
export const probableDuplicates = `
create index report_by_period on report (period_end, kind);

drop view reports;
create view reports as
select r.report_id, (select min(name) from file where file.content = r.content) as document, c.sha256,
  r.organisation, r.org_number, r.kind, r.period_start, r.period_end, r.first_page, r.last_page,
  r.last_page - r.first_page + 1 as pages, r.outcome,
  r.checks_ok, r.checks_rounding, r.checks_repaired, r.checks_mismatch, r.checks_incomplete,
  (select other.report_id from report other
    where other.period_end = r.period_end and other.kind = r.kind and r.kind <> 'appendix' and other.content <> r.content
      and (other.org_number = r.org_number
        or other.org_number is null and r.org_number is null and other.organisation = r.organisation)
      and ((select min(name) from file where file.content = other.content), other.content)
        < ((select min(name) from file where file.content = r.content), r.content)
    order by (select min(name) from file where file.content = other.content), other.content, other.report_id
    limit 1) as probable_duplicate_of
from report r join content c using (content);
`
