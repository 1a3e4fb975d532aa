-- What the embedded Kernel signed and took in. It stands for a system outside this installation,
-- which is asked for all workspaces alike and knows none of them: row-level security is on and
-- forced here as everywhere, with one policy that lets every workspace in. Nothing is ever deleted,
-- and of an upgrade only its state moves on.

create schema kernel;
grant usage on schema kernel to ${app}, ${sequencer};

-- A key and the content it came with; content = SHA-256 over the canonical call. A call that was
-- refused is not here.
create table kernel.call (
  once text primary key,
  content bytea not null,
  called_at timestamptz not null
);

-- id = SHA-256 over the public key in DER form; version counts the keys in the order they came.
create table kernel.signer (
  id text primary key,
  version integer not null unique check (version > 0),
  public_key bytea not null,
  added_at timestamptz not null
);

create table kernel.signature (
  once text primary key references kernel.call,
  id text not null,
  manifest_id text not null,
  manifest_digest bytea not null,
  signer text not null references kernel.signer,
  algorithm text not null,
  signature text not null,
  signed_at timestamptz not null
);

create index signature_of_manifest on kernel.signature (manifest_id);

-- manifest is what was proposed, in canonical JSON, with who submitted it.
create table kernel.upgrade (
  id text primary key,
  kind text not null check (kind in ('code', 'manifest', 'policy', 'rollback')),
  manifest bytea not null,
  state text not null check (state in ('created', 'quorum-reached', 'applied')),
  created_at timestamptz not null,
  applied_by text,
  applied_at timestamptz
);

create table kernel.approval (
  upgrade text not null references kernel.upgrade,
  approver text not null,
  approval bytea not null,
  approved_at timestamptz not null,
  primary key (upgrade, approver)
);

-- Chained within what they tell of: hash = SHA-256(canonical payload || hash before).
create table kernel.event (
  about text not null,
  idx bigint not null check (idx > 0),
  name text not null,
  event bytea not null,
  hash bytea not null,
  primary key (about, idx)
);

do $$
declare
  fenced text;
begin
  foreach fenced in array array['call', 'signer', 'signature', 'upgrade', 'approval', 'event']
  loop
    execute format('alter table kernel.%I enable row level security', fenced);
    execute format('alter table kernel.%I force row level security', fenced);
    execute format('create policy every_workspace on kernel.%I using (true)', fenced);
    execute format('grant select, insert on kernel.%I to ${app}', fenced);
  end loop;
end $$;

grant update (state, applied_by, applied_at) on kernel.upgrade to ${app};
grant select on kernel.event, kernel.signer to ${sequencer};

create function kernel.refuse_change() returns trigger
  language plpgsql as
$$
begin
  raise exception using
    errcode = 'TL002',
    message = 'What Kernel signed, approved or told is only ever added.';
end $$;

create function kernel.refuse_return() returns trigger
  language plpgsql as
$$
begin
  raise exception using
    errcode = 'TL002',
    message = 'An upgrade that was applied stays as it is.';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['call', 'signer', 'signature', 'approval', 'event']
  loop
    execute format(
      'create trigger only_added before update or delete or truncate on kernel.%I '
        || 'for each statement execute function kernel.refuse_change()', kept);
  end loop;
end $$;

create trigger never_gone before delete or truncate on kernel.upgrade
  for each statement execute function kernel.refuse_change();
create trigger applied_for_good before update on kernel.upgrade
  for each row when (old.state = 'applied') execute function kernel.refuse_return();
