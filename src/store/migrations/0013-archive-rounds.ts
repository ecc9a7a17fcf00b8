/** When each original in the archive was last found to be as it was stored, so that a round goes on where it was. */
export const archiveRounds = `
alter table content add column archive_seen text;
create index content_by_archive_seen on content (archive_seen, content) where archived = 1;
`
