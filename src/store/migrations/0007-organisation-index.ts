/**
 * Lists of organisations, and the search for other versions of a report, are read from indexes alone: reports are long,
 * since their trees are in them, and to pass over many of them takes longer than all the rest.
 */
export const organisationIndex = `
create index report_by_organisation on report (
  coalesce(org_number, organisation), period_end, kind, organisation, org_number, content, outcome, first_page,
  checks_mismatch, checks_incomplete
);
drop index report_by_period;
create index report_by_period on report (period_end, kind, org_number, organisation, content);
`
