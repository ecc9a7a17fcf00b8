/**
 * Documents on their way have a job: who is at it, how often it was tried, when it is due. And pages are kept one by
 * one while their document is read, so that a run that dies loses no more than the page it was at.
 */
export const jobs = `
create table job (
  content text primary key references content on delete cascade,
  state text not null check (state in ('queued', 'leased', 'waiting', 'quarantined')),
  attempts integer not null check (attempts >= 0),
  due text,
  holder text
) strict, without rowid;

insert into job (content, state, attempts, due)
select content,
  case when state = 'processing' then 'leased' when attempts >= 3 then 'quarantined' else 'waiting' end,
  attempts,
  case when state <> 'processing' and attempts < 3 then finished end
from content
where state = 'processing'
  or state in ('failed', 'partial') and (reason like '%timeout%' or reason = 'crashed') and finished is not null;

alter table content drop column attempts;
alter table run_lease add column beats integer not null default 0;

create table page_read (
  content text not null references content on delete cascade,
  reading text not null,
  number integer not null,
  page blob not null,
  primary key (content, reading, number)
) strict;
`
