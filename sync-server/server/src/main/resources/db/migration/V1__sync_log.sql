-- The sync log of a workspace and what follows from it. Every table is fenced by row-level
-- security, forced for the owner too: a transaction sees the one workspace it names with
-- set_config('throughline.workspace', id, true), and nothing when it names none.

do $$
declare
  missing text;
begin
  select string_agg(wanted, ', ') into missing
    from unnest(array['${app}', '${sequencer}']) as wanted
   where not exists (select from pg_roles where rolname = wanted);
  if missing is not null then
    raise exception using
      errcode = 'TL001',
      message = format('The database lacks the role(s) %s.', missing);
  end if;
end $$;

create schema sync;
grant usage on schema sync to ${app}, ${sequencer};

create function sync.current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('throughline.workspace', true), '')::uuid;

-- Which workspace this installation serves: an id and nothing else, so that a server can learn
-- what to name before it has named anything.
create table sync.installation (
  is_here boolean primary key default true check (is_here),
  workspace_id uuid not null
);

create table sync.workspace (
  id uuid primary key,
  name text not null,
  epoch text not null,
  created_at timestamptz not null
);

-- Locked first by every push: the order of seq is the order of commit.
create table sync.workspace_head (
  workspace_id uuid primary key references sync.workspace,
  seq bigint not null check (seq >= 0),
  chain bytea not null
);

-- digest = SHA-256 over the commitments in order; chain = SHA-256(chain before || digest).
create table sync.change_commit (
  workspace_id uuid not null,
  last_seq bigint not null,
  first_seq bigint not null check (first_seq between 1 and last_seq),
  device uuid not null,
  incarnation bigint not null,
  author text not null,
  accepted_at timestamptz not null,
  payload_bytes bigint not null,
  digest bytea not null,
  chain bytea not null,
  primary key (workspace_id, last_seq)
);

-- op_id, device and op_no are null for what the server wrote itself. payload and salt can be
-- cleared by an erasure; commitment = SHA-256(salt || payload) stays, so every proof still holds.
create table sync.change_log (
  workspace_id uuid not null,
  seq bigint not null,
  commit_last_seq bigint not null,
  record_id uuid not null,
  kind text not null,
  op_id uuid,
  device uuid,
  op_no bigint,
  author text not null,
  payload bytea,
  salt bytea,
  commitment bytea not null,
  accepted_at timestamptz not null,
  primary key (workspace_id, seq)
);

-- Finds what a field held as of a seq.
create index change_log_by_record on sync.change_log (workspace_id, record_id, seq desc);

create table sync.record_state (
  workspace_id uuid not null,
  record_id uuid not null,
  kind text not null,
  seq bigint not null,
  fields jsonb not null,
  stamps jsonb not null,
  trash jsonb,
  primary key (workspace_id, record_id)
);

-- payload holds the whole operation when it is parked, so that nothing is lost.
create table sync.op_outcome (
  workspace_id uuid not null,
  device uuid not null,
  incarnation bigint not null,
  op_no bigint not null,
  op_id uuid not null,
  outcome jsonb not null,
  payload bytea,
  accepted_at timestamptz not null,
  primary key (workspace_id, device, incarnation, op_no),
  unique (workspace_id, op_id)
);

-- incarnation and last_op_no are high-water marks.
create table sync.device (
  workspace_id uuid not null,
  device uuid not null,
  incarnation bigint not null,
  author text not null,
  last_seen timestamptz not null,
  last_op_no bigint not null,
  primary key (workspace_id, device)
);

do $$
declare
  fenced text;
begin
  foreach fenced in array array[
    'installation', 'workspace', 'workspace_head', 'change_commit', 'change_log',
    'record_state', 'op_outcome', 'device']
  loop
    execute format('alter table sync.%I enable row level security', fenced);
    execute format('alter table sync.%I force row level security', fenced);
  end loop;
end $$;

create policy own_workspace on sync.installation using (true);
create policy own_workspace on sync.workspace using (id = sync.current_workspace());
create policy own_workspace on sync.workspace_head
  using (workspace_id = sync.current_workspace());
create policy own_workspace on sync.change_commit
  using (workspace_id = sync.current_workspace());
create policy own_workspace on sync.change_log using (workspace_id = sync.current_workspace());
create policy own_workspace on sync.record_state using (workspace_id = sync.current_workspace());
create policy own_workspace on sync.op_outcome using (workspace_id = sync.current_workspace());
create policy own_workspace on sync.device using (workspace_id = sync.current_workspace());

grant select, insert on sync.installation, sync.workspace to ${app};
grant select, insert, update on sync.workspace_head, sync.record_state, sync.device to ${app};
-- What was accepted once is never changed by the server.
grant select, insert on sync.change_commit, sync.change_log, sync.op_outcome to ${app};

-- The sequencer proves the log without reading it.
grant select (workspace_id, seq, commitment) on sync.change_log to ${sequencer};
grant select (workspace_id, first_seq, last_seq, digest, chain, accepted_at)
  on sync.change_commit to ${sequencer};
