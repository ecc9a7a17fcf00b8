/**
 * Between which values an amount in doubt lies under all explanations that come near; a sure amount is its own bounds,
 * and where nothing bounds an amount they are null.
 */
export const bounds = `
alter table fact add column low integer;
alter table fact add column high integer;

drop view facts;
create view facts as
select f.fact_id, f.report_id, f.table_no, r.document, r.sha256, f.page, f.x0, f.y0, f.x1, f.y1,
  r.organisation, r.org_number, r.period_end as report_period_end,
  f.statement, f.note, f.table_title, f.section, f.row_no, f.role, f.label, f.label_raw, f.concept, f.note_ref,
  f.column_no, f.column_label, f.period_end, f.scenario,
  f.amount, f.decimals, f.unit, f.amount_sek, f.raw_text, f.status, f.confirmations, f.confidence, f.doubts,
  case when f.status in ('verified', 'repaired', 'reviewed') then f.amount else f.low end as amount_low,
  case when f.status in ('verified', 'repaired', 'reviewed') then f.amount else f.high end as amount_high
from fact f join reports r using (report_id);
`
