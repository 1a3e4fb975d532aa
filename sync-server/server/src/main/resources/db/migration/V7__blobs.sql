-- Blobs of the memory family: recordings and what else is too large for records. What is here says
-- what is in the store and what may become of it; the bytes are there, sealed, and never here.

create schema memory;
grant usage on schema memory to ${app};

-- One upload at a time for each blob. While nobody knows where it ends, it has neither a size nor
-- digests, of which there are 32 bytes a part.
create table memory.upload (
  workspace_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  role text not null,
  handle text not null,
  size bigint check (size >= 0),
  digests bytea,
  state text not null check (state in ('open', 'done', 'given-up')),
  opened_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (workspace_id, id)
);

create unique index upload_under_way on memory.upload (workspace_id, record_id, role)
  where state = 'open';

create table memory.upload_part (
  workspace_id uuid not null,
  upload_id uuid not null,
  idx integer not null check (idx between 0 and 9999),
  digest bytea not null,
  bytes integer not null check (bytes > 0),
  primary key (workspace_id, upload_id, idx),
  foreign key (workspace_id, upload_id) references memory.upload
);

-- A device that still means to send the rest.
create table memory.upload_claim (
  workspace_id uuid not null,
  upload_id uuid not null,
  device uuid not null,
  claimed_at timestamptz not null,
  primary key (workspace_id, upload_id, device),
  foreign key (workspace_id, upload_id) references memory.upload
);

-- id is that of the upload it was. Of one record and role the newest that is not deleted counts.
create table memory.blob (
  workspace_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  role text not null,
  version text not null,
  blob_id bytea not null,
  size bigint not null check (size >= 0),
  digests bytea not null,
  class text not null,
  state text not null check (state in ('complete', 'verified', 'damaged', 'deleted')),
  completed_at timestamptz not null,
  checked_at timestamptz,
  kept_until timestamptz,
  primary key (workspace_id, id)
);

create index blob_of_record on memory.blob (workspace_id, record_id, role, completed_at desc);
create index blob_unchecked on memory.blob (workspace_id) where state = 'complete';

-- What must not be deleted, whoever asks. One person sets it and another confirms it; one asks for
-- its end and another ends it.
create table memory.hold (
  workspace_id uuid not null,
  id uuid not null,
  matter text not null,
  reason text not null,
  scope_kind text not null
    check (scope_kind in ('participant', 'interview', 'recording', 'study')),
  scope_id uuid not null,
  state text not null
    check (state in ('proposed', 'active', 'releasing', 'released', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid check (confirmed_by <> proposed_by),
  confirmed_at timestamptz,
  release_by uuid,
  release_at timestamptz,
  released_by uuid check (released_by <> release_by),
  released_at timestamptz,
  primary key (workspace_id, id),
  check (state in ('proposed', 'withdrawn') or confirmed_by is not null),
  check (state <> 'released' or released_by is not null)
);

-- What a hold has come to cover stays covered until it ends, wherever its record is moved.
create table memory.hold_blob (
  workspace_id uuid not null,
  hold_id uuid not null,
  blob_id uuid not null,
  covered_at timestamptz not null,
  primary key (workspace_id, hold_id, blob_id),
  foreign key (workspace_id, hold_id) references memory.hold,
  foreign key (workspace_id, blob_id) references memory.blob
);

do $$
declare
  fenced text;
begin
  foreach fenced in array array[
    'upload', 'upload_part', 'upload_claim', 'blob', 'hold', 'hold_blob']
  loop
    execute format('alter table memory.%I enable row level security', fenced);
    execute format('alter table memory.%I force row level security', fenced);
    execute format(
      'create policy own_workspace on memory.%I using (workspace_id = sync.current_workspace())',
      fenced);
    execute format('grant select, insert on memory.%I to ${app}', fenced);
  end loop;
end $$;

grant update (handle, size, digests, state, touched_at) on memory.upload to ${app};
grant update (digest, bytes), delete on memory.upload_part to ${app};
grant update (claimed_at), delete on memory.upload_claim to ${app};
grant update (state, checked_at, kept_until) on memory.blob to ${app};
grant update (
  state, confirmed_by, confirmed_at, release_by, release_at, released_by, released_at
) on memory.hold to ${app};

create function memory.refuse_change() returns trigger
  language plpgsql as
$$
begin
  raise exception using
    errcode = 'TL002',
    message = 'Holds and what they cover are only ever added, and ended once.';
end $$;

create trigger never_gone before delete or truncate on memory.hold
  for each statement execute function memory.refuse_change();
create trigger never_gone before update or delete or truncate on memory.hold_blob
  for each statement execute function memory.refuse_change();
create trigger over_for_good before update on memory.hold
  for each row when (old.state in ('released', 'withdrawn'))
  execute function memory.refuse_change();
