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
  select v.who, v.organisation, v.org_number, v.document, v.sha256, v.kind, f.statement, f.concept, f.period_end,
    v.report_id, v.period_end as report_period_end, min(f.fact_id) as fact_id,
    count(distinct f.amount_sek) as amounts
  from version v join fact f using (report_id)
  where f.concept is not null and f.scenario = 'actual' and f.amount_sek is not null and f.period_end <= v.period_end
    and f.statement in ('income_statement', 'balance_sheet', 'cash_flow')
  group by v.report_id, f.statement, f.concept, f.period_end
),
figure as (
  select p.who, p.organisation, p.org_number, p.document, p.sha256, p.kind, p.statement, p.concept, p.period_end,
    p.report_id, p.report_period_end, p.report_period_end = p.period_end as own, f.fact_id, f.page, f.label, f.role, f.unit, f.amount_sek, f.status,
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
select organisation, org_number, kind, statement, concept, period_end, amount_sek, accuracy_sek, unit, status,
  iif(own, 'own', 'comparative') as source,
  nullif(ltrim(iif(later_print <> 'same', ',' || later_print, '') || iif(missing_years > 0, ',missing_year', '')
    || iif(period_changed, ',period', '') || iif(unit_changed, ',unit', ''), ','), '') as breaks,
  later_print, iif(later_print <> 'same', later_sek, null) as later_sek,
  iif(later_print <> 'same', later_fact_id, null) as later_fact_id, previous_period_end, missing_years,
  label, report_id, fact_id, document, sha256, page
from judged;

create view key_figures as
with source (input, statement, concept, preference) as (
  values ('equity', 'balance_sheet', 'closing_equity', 1), ('equity', 'balance_sheet', 'equity', 2),
    ('assets', 'balance_sheet', 'total_assets', 1), ('current assets', 'balance_sheet', 'current_assets_total', 1),
    ('current liabilities', 'balance_sheet', 'current_liabilities', 1),
    ('result', 'income_statement', 'net_result', 1), ('revenue', 'income_statement', 'total_operating_revenue', 1),
    ('revenue', 'income_statement', 'operating_revenue', 2), ('revenue', 'income_statement', 'net_sales', 3)
),
part (key_figure, input, place) as (
  values ('equity_ratio', 'equity', 'over'), ('equity_ratio', 'assets', 'under'),
    ('current_ratio', 'current assets', 'over'), ('current_ratio', 'current liabilities', 'under'),
    ('net_margin', 'result', 'over'), ('net_margin', 'revenue', 'under')
),
input as (
  select s.report_id, source.input, s.fact_id, s.amount_sek, s.accuracy_sek, s.status,
    s.organisation, s.org_number, s.kind, s.period_end, s.document, s.sha256,
    row_number() over (partition by s.report_id, source.input order by source.preference) as preferred
  from series s join source on source.statement = s.statement and source.concept = s.concept
  where s.source = 'own'
),
pair as (
  select report_id, key_figure, organisation, org_number, kind, period_end, document, sha256,
    max(iif(place = 'over', fact_id, null)) as over_fact_id, max(iif(place = 'under', fact_id, null)) as under_fact_id,
    max(iif(place = 'over', amount_sek, null)) as over, max(iif(place = 'under', amount_sek, null)) as under,
    max(iif(place = 'over', accuracy_sek, null)) as over_half, max(iif(place = 'under', accuracy_sek, null)) as under_half,
    case
      when sum(status = 'suspect') > 0 then 'suspect'
      when sum(status = 'unverified') > 0 then 'unverified'
      when sum(status = 'repaired') > 0 then 'repaired'
      when sum(status = 'reviewed') > 0 then 'reviewed'
      else 'verified'
    end as status
  from input join part using (input) where preferred = 1
  group by report_id, key_figure having count(*) = 2
),
printed as (
  select f.report_id, min(f.fact_id) as fact_id, count(distinct 1.0 * f.amount / case f.decimals
      when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end) as amounts
  from fact f join report r using (report_id)
  where f.concept = 'solidity' and f.unit = '%' and f.scenario = 'actual' and f.period_end = r.period_end
  group by f.report_id
)
select n.organisation, n.org_number, n.kind, n.period_end, n.key_figure, round(100.0 * over / under, 4) as value,
  round(100.0 * (over - over_half) / (under + iif(over - over_half < 0, -under_half, under_half)), 4) as low,
  round(100.0 * (over + over_half) / (under + iif(over + over_half < 0, under_half, -under_half)), 4) as high,
  '%' as unit, n.status,
  1.0 * f.amount / case f.decimals when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end as printed,
  f.fact_id as printed_fact_id, n.report_id, over_fact_id as numerator_fact_id, under_fact_id as denominator_fact_id,
  n.document, n.sha256
from pair n
left join printed p on n.key_figure = 'equity_ratio' and p.report_id = n.report_id and p.amounts = 1
left join fact f on f.fact_id = p.fact_id
where under > under_half;

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
