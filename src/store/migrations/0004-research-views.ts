/**
 * Views for research over what is stored: a row of a statement with its periods side by side, one figure through the
 * years, key figures with their bounds, and how well each document was read.
 */
export const researchViews = `
create view statement_pivot as
with cell as (
  select f.report_id, r.document, r.sha256, r.organisation, r.org_number, r.period_end as report_period_end,
    f.statement, f.note, f.table_no, f.table_title, f.row_no, f.page, f.section, f.role, f.label, f.concept,
    f.note_ref, f.unit, f.amount_sek, f.status,
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
  iif(sum(place = 'last_year') = 1, max(iif(place = 'last_year', amount_sek, null)), null) as last_year,
  iif(sum(place = 'last_year') = 1, max(iif(place = 'last_year', status, null)), null) as last_year_status,
  iif(sum(place = 'budget') = 1, max(iif(place = 'budget', amount_sek, null)), null) as budget,
  iif(sum(place = 'budget') = 1, max(iif(place = 'budget', status, null)), null) as budget_status,
  iif(sum(place = 'variance') = 1, max(iif(place = 'variance', amount_sek, null)), null) as variance,
  iif(sum(place = 'variance') = 1, max(iif(place = 'variance', status, null)), null) as variance_status,
  iif(sum(place = 'forecast') = 1, max(iif(place = 'forecast', amount_sek, null)), null) as forecast,
  iif(sum(place = 'forecast') = 1, max(iif(place = 'forecast', status, null)), null) as forecast_status
from cell group by report_id, table_no, row_no;

create view series as
with version as materialized (
  select report_id, coalesce(org_number, organisation) as who, organisation, org_number, kind, period_end, document, sha256
  from reports
  where probable_duplicate_of is null and period_end is not null and kind <> 'appendix'
    and coalesce(org_number, organisation) is not null
),
printed as (
  select v.who, v.kind, f.statement, f.concept, f.period_end, v.report_id, v.period_end as report_period_end,
    min(f.fact_id) as fact_id, count(distinct f.amount_sek) as amounts
  from version v join fact f using (report_id)
  where f.concept is not null and f.scenario = 'actual' and f.amount_sek is not null and f.period_end <= v.period_end
    and f.statement in ('income_statement', 'balance_sheet', 'cash_flow')
  group by v.report_id, f.statement, f.concept, f.period_end
),
figure as (
  select p.who, p.kind, p.statement, p.concept, p.period_end, p.report_id, p.report_period_end,
    p.report_period_end = p.period_end as own, f.fact_id, f.page, f.label, f.role, f.unit, f.amount_sek, f.status,
    f.status in ('verified', 'repaired', 'reviewed') or f.confirmations > 0 as confirmed,
    case f.unit when 'kr' then 0.5 when 'tkr' then 500.0 else 500000.0 end
      / case f.decimals when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end as accuracy_sek
  from printed p join fact f using (fact_id)
  where p.amounts = 1
),
ranked as (
  select *, row_number() over prints as print, lead(amount_sek) over prints as later_sek,
    lead(accuracy_sek) over prints as later_accuracy, lead(confirmed) over prints as later_confirmed,
    lead(fact_id) over prints as later_fact_id
  from figure
  window prints as (partition by who, kind, statement, concept, period_end order by report_period_end)
),
compared as (
  select *, case
      when later_sek is null then null
      when abs(amount_sek - later_sek) <= accuracy_sek + later_accuracy then 'same'
      when confirmed and later_confirmed then 'restated'
      else 'unsure'
    end as comparison
  from ranked where print = 1
),
chained as (
  select *, lag(period_end) over line as previous_period_end, lag(unit) over line as previous_unit,
    max(case when role = 'total' and concept in ('net_result', 'total_assets', 'cash_flow_for_the_year')
      then comparison end) over (partition by who, kind, statement, period_end) as total_comparison
  from compared
  window line as (partition by who, kind, statement, concept order by period_end)
),
judged as (
  select *, iif(comparison = 'restated' and role <> 'total' and total_comparison = 'same', 'regrouped', comparison)
      as later_print,
    max(0, cast(round((julianday(period_end) - julianday(previous_period_end)) / 365.25) as integer) - 1)
      as missing_years,
    substr(period_end, 6) <> substr(previous_period_end, 6)
      and not (period_end like '%-02-2_' and previous_period_end like '%-02-2_') as period_changed,
    unit <> previous_unit as unit_changed
  from chained
)
select v.organisation, v.org_number, j.kind, j.statement, j.concept, j.period_end, j.amount_sek, j.accuracy_sek,
  j.unit, j.status, iif(j.own, 'own', 'comparative') as source,
  nullif(ltrim(iif(j.later_print <> 'same', ',' || j.later_print, '') || iif(j.missing_years > 0, ',missing_year', '')
    || iif(j.period_changed, ',period', '') || iif(j.unit_changed, ',unit', ''), ','), '') as breaks,
  j.later_print, iif(j.later_print <> 'same', j.later_sek, null) as later_sek,
  iif(j.later_print <> 'same', j.later_fact_id, null) as later_fact_id, j.previous_period_end, j.missing_years,
  j.label, j.report_id, j.fact_id, v.document, v.sha256, j.page
from judged j join version v using (report_id);

create view key_figures as
with source (input, statement, concept, preference) as (
  values ('equity', 'balance_sheet', 'closing_equity', 1), ('equity', 'balance_sheet', 'equity', 2),
    ('assets', 'balance_sheet', 'total_assets', 1), ('current assets', 'balance_sheet', 'current_assets_total', 1),
    ('current liabilities', 'balance_sheet', 'current_liabilities', 1),
    ('result', 'income_statement', 'net_result', 1), ('revenue', 'income_statement', 'total_operating_revenue', 1),
    ('revenue', 'income_statement', 'operating_revenue', 2), ('revenue', 'income_statement', 'net_sales', 3)
),
ratio (key_figure, over, under) as (
  values ('equity_ratio', 'equity', 'assets'), ('current_ratio', 'current assets', 'current liabilities'),
    ('net_margin', 'result', 'revenue')
),
input as materialized (
  select s.report_id, source.input, s.fact_id, s.amount_sek as amount, s.accuracy_sek as half, s.status,
    s.organisation, s.org_number, s.kind, s.period_end, s.document, s.sha256,
    row_number() over (partition by s.report_id, source.input order by source.preference) as place
  from series s join source on source.statement = s.statement and source.concept = s.concept
  where s.source = 'own'
),
formed as (
  select n.*, ratio.key_figure, d.fact_id as denominator_fact_id, 100.0 * n.amount / d.amount as value,
    100.0 * (n.amount - n.half) / (d.amount + iif(n.amount - n.half < 0, -d.half, d.half)) as low,
    100.0 * (n.amount + n.half) / (d.amount + iif(n.amount + n.half < 0, d.half, -d.half)) as high,
    case
      when 'suspect' in (n.status, d.status) then 'suspect'
      when 'unverified' in (n.status, d.status) then 'unverified'
      when 'repaired' in (n.status, d.status) then 'repaired'
      when 'reviewed' in (n.status, d.status) then 'reviewed'
      else 'verified'
    end as worst
  from ratio
  join input n on n.input = ratio.over and n.place = 1
  join input d on d.input = ratio.under and d.place = 1 and d.report_id = n.report_id
  where d.amount > d.half
),
printed as (
  select f.report_id, min(f.fact_id) as fact_id, count(distinct 1.0 * f.amount / case f.decimals
      when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end) as amounts
  from fact f join report r using (report_id)
  where f.concept = 'solidity' and f.unit = '%' and f.scenario = 'actual' and f.period_end = r.period_end
  group by f.report_id
)
select n.organisation, n.org_number, n.kind, n.period_end, n.key_figure, round(n.value, 4) as value,
  round(n.low, 4) as low, round(n.high, 4) as high, '%' as unit, n.worst as status,
  1.0 * f.amount / case f.decimals when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end as printed,
  f.fact_id as printed_fact_id, n.report_id, n.fact_id as numerator_fact_id, n.denominator_fact_id, n.document, n.sha256
from formed n
left join printed p on n.key_figure = 'equity_ratio' and p.report_id = n.report_id and p.amounts = 1
left join fact f on f.fact_id = p.fact_id;

create view quality as
with amounts as (
  select r.content, count(*) as amounts, sum(f.status = 'verified') as verified, sum(f.status = 'repaired') as repaired,
    sum(f.status = 'reviewed') as reviewed, sum(f.status = 'unverified') as unverified,
    sum(f.status = 'suspect') as suspect, sum(f.label is null) as without_label,
    sum(f.period_end is null) as without_period, avg(f.confidence) as confidence
  from report r join fact f using (report_id) group by r.content
),
tallies as (
  select content, count(*) as reports, sum(checks_ok) as ok, sum(checks_rounding) as rounding,
    sum(checks_repaired) as repaired, sum(checks_mismatch) as mismatch, sum(checks_incomplete) as incomplete
  from report group by content
),
offers as (
  select r.content, count(*) as proposed
  from report r join fact f using (report_id) join repair_made m using (fact_id)
  where m.decision = 'proposed' group by r.content
)
select f.name as document, c.sha256, d.state, c.pages, coalesce(t.reports, 0) as reports,
  coalesce(a.amounts, 0) as amounts, coalesce(a.verified, 0) as verified, coalesce(a.repaired, 0) as repaired,
  coalesce(a.reviewed, 0) as reviewed, coalesce(a.unverified, 0) as unverified, coalesce(a.suspect, 0) as suspect,
  round(1.0 * (a.verified + a.repaired + a.reviewed) / a.amounts, 4) as sure_share,
  coalesce(a.without_label, 0) as without_label, coalesce(a.without_period, 0) as without_period,
  round(a.confidence, 4) as mean_confidence,
  coalesce(t.ok, 0) as checks_ok, coalesce(t.rounding, 0) as checks_rounding,
  coalesce(t.repaired, 0) as checks_repaired, coalesce(t.mismatch, 0) as checks_mismatch,
  coalesce(t.incomplete, 0) as checks_incomplete, coalesce(o.proposed, 0) as repairs_proposed
from file f join content c using (content)
join documents d on d.document = f.name and d.sha256 is c.sha256
left join amounts a on a.content = f.content and d.state <> 'duplicate'
left join tallies t on t.content = f.content and d.state <> 'duplicate'
left join offers o on o.content = f.content and d.state <> 'duplicate';
`
