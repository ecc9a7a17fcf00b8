-- Net results year by year with what breaks the series, and soliditet with its bounds.
-- sqlite3 -box data/avstam.sqlite < docs/examples/series.sql

select organisation, period_end, amount_sek, status, breaks, document, page
from series
where concept = 'net_result' and statement = 'income_statement'
order by organisation, period_end;

select organisation, period_end, value, low, high, printed, status
from key_figures
where key_figure = 'equity_ratio'
order by organisation, period_end;
