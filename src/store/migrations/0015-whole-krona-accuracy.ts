/** The same view; an amount printed to the öre stands in whole kronor, and so is known to ± half a krona. */
export const wholeKronaAccuracy = `
drop view series;

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
    max(0.5, case f.unit when 'kr' then 0.5 when 'tkr' then 500.0 else 500000.0 end
      / case f.decimals when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end) as accuracy_sek
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
`
