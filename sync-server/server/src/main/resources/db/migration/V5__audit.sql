-- What happened, chained: link = SHA-256(link before || SHA-256(event)). Rows are only ever added,
-- in the transaction of what they tell of. No word anybody wrote stands in an event.

create schema audit;
grant usage on schema audit to ${app}, ${sequencer};

create table audit.event (
  workspace_id uuid not null,
  idx bigint not null check (idx > 0),
  event bytea not null,
  link bytea not null,
  primary key (workspace_id, idx)
);

alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy own_workspace on audit.event using (workspace_id = sync.current_workspace());
grant select, insert on audit.event to ${app};
grant select on audit.event to ${sequencer};

create function audit.refuse_change() returns trigger
  language plpgsql as
$$
begin
  raise exception using
    errcode = 'TL002',
    message = 'Audit events are only ever added.';
end $$;

create trigger only_added before update or delete or truncate on audit.event
  for each statement execute function audit.refuse_change();

-- Handoffs are found by what they hand off, and what is below them by the record above.
create index record_state_of_handoff on sync.record_state (workspace_id, (fields ->> 'handoff'))
  where kind in ('checklist-item', 'cost', 'infra-service', 'acceptance-check', 'packet');
create index record_state_of_item on sync.record_state (workspace_id, (fields ->> 'item'))
  where kind = 'proof';
