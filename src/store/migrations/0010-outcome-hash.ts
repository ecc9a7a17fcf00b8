/** What a report came to the last time, so that it need not be written again where it came to the same. */
export const outcomeHash = `
alter table report add column outcome_hash text;
`
