/** Which figure stands in each place of a printed row, so that it is found on paper. */
export const pivotFacts = `
drop view statement_pivot;

create view statement_pivot as
with cell as (
  select f.report_id, r.document, r.sha256, r.organisation, r.org_number, r.period_end as report_period_end,
    f.statement, f.note, f.table_no, f.table_title, f.row_no, f.page, f.section, f.role, f.label, f.concept,
    f.note_ref, f.unit, f.amount_sek, f.status, f.fact_id,
    case
      when f.scenario <> 'actual' then f.scenario
      when f.period_end = r.period_end then 'this_year'
      when julianday(r.period_end) - julianday(f.period_end) between 300 and 430 then 'last_year'
    end as place
  from fact f join reports r using (report_id)
  where f.amount_sek is not null and f.statement <> 'multi_year'
)
select report_id, document, sha256, organisation, org_number, report_period_end, statement, note, table_no, table_title,
  row_no, min(page) as page, section, role, label, concept, note_ref, min(unit) as unit,
  iif(sum(place = 'this_year') = 1, max(iif(place = 'this_year', amount_sek, null)), null) as this_year,
  iif(sum(place = 'this_year') = 1, max(iif(place = 'this_year', status, null)), null) as this_year_status,
  iif(sum(place = 'this_year') = 1, max(iif(place = 'this_year', fact_id, null)), null) as this_year_fact_id,
  iif(sum(place = 'last_year') = 1, max(iif(place = 'last_year', amount_sek, null)), null) as last_year,
  iif(sum(place = 'last_year') = 1, max(iif(place = 'last_year', status, null)), null) as last_year_status,
  iif(sum(place = 'last_year') = 1, max(iif(place = 'last_year', fact_id, null)), null) as last_year_fact_id,
  iif(sum(place = 'budget') = 1, max(iif(place = 'budget', amount_sek, null)), null) as budget,
  iif(sum(place = 'budget') = 1, max(iif(place = 'budget', status, null)), null) as budget_status,
  iif(sum(place = 'budget') = 1, max(iif(place = 'budget', fact_id, null)), null) as budget_fact_id,
  iif(sum(place = 'variance') = 1, max(iif(place = 'variance', amount_sek, null)), null) as variance,
  iif(sum(place = 'variance') = 1, max(iif(place = 'variance', status, null)), null) as variance_status,
  iif(sum(place = 'variance') = 1, max(iif(place = 'variance', fact_id, null)), null) as variance_fact_id,
  iif(sum(place = 'forecast') = 1, max(iif(place = 'forecast', amount_sek, null)), null) as forecast,
  iif(sum(place = 'forecast') = 1, max(iif(place = 'forecast', status, null)), null) as forecast_status,
  iif(sum(place = 'forecast') = 1, max(iif(place = 'forecast', fact_id, null)), null) as forecast_fact_id
from cell group by report_id, table_no, row_no;
`
