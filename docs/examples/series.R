# Draws one figure through the years. Wants the package RSQLite.
# Rscript docs/examples/series.R data/avstam.sqlite net_result series.svg

given <- commandArgs(trailingOnly = TRUE)
if (length(given) != 3) stop("Name a database, a concept and a picture.")
database <- DBI::dbConnect(RSQLite::SQLite(), given[1], flags = RSQLite::SQLITE_RO)
rows <- DBI::dbGetQuery(database, "
  select organisation, period_end, amount_sek, status, breaks
  from series
  where concept = ? and kind = 'annual' and statement <> 'cash_flow'
  group by organisation, period_end
  order by organisation, period_end
", params = list(given[2]))
DBI::dbDisconnect(database)
if (nrow(rows) == 0) stop("No figure of this concept is stored.")

sure <- rows$status %in% c("verified", "repaired", "reviewed")
year <- as.integer(substr(rows$period_end, 1, 4))
kronor <- as.numeric(rows$amount_sek)
organisation <- factor(rows$organisation)
svg(given[3], width = 8, height = 4)
plot(year, kronor / 1000, pch = ifelse(sure, 19, 1), col = organisation,
     xlab = "", ylab = "tkr", main = given[2])
for (one in levels(organisation)) {
  here <- which(organisation == one)
  lines(year[here], kronor[here] / 1000, col = which(levels(organisation) == one))
}
invisible(dev.off())
