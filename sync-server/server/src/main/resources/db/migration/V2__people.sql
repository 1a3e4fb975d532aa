-- People, what they may see, and where records went. People, grants and rescued work are records of
-- the log like any other; these indexes find the few of them among the many others.

create index record_state_people on sync.record_state (workspace_id, (fields ->> 'subject'))
  where kind = 'person';
create index record_state_invited on sync.record_state (workspace_id, lower(fields ->> 'login'))
  where kind = 'person';
create index record_state_grants on sync.record_state (workspace_id, (fields ->> 'person'))
  where kind = 'grant';

-- A record that went from one study to another, or became restricted or open: from then on other
-- people see it and what belongs to it. No study is null.
create table sync.scope_move (
  workspace_id uuid not null,
  seq bigint not null,
  record_id uuid not null,
  kind text not null,
  from_study uuid,
  from_restricted boolean not null,
  to_study uuid,
  to_restricted boolean not null,
  primary key (workspace_id, seq)
);

alter table sync.scope_move enable row level security;
alter table sync.scope_move force row level security;
create policy own_workspace on sync.scope_move using (workspace_id = sync.current_workspace());
grant select, insert on sync.scope_move to ${app};
