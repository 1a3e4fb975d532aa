-- More workspaces than the first, and what people need to know of their devices.

-- Which workspaces this installation serves: ids in the order they were made and nothing else, so
-- that a server can learn what to name before it has named anything.
create table sync.served (
  workspace_id uuid primary key,
  place bigint generated always as identity unique
);

insert into sync.served (workspace_id) select workspace_id from sync.installation;

alter table sync.served enable row level security;
alter table sync.served force row level security;
create policy every_workspace on sync.served using (true);
grant select, insert on sync.served to ${app};

-- waiting is what the device said it had not sent yet, less what it sent since. An end is for good.
alter table sync.device
  add column name text not null default '',
  add column waiting bigint not null default 0,
  add column person uuid,
  add column ended_at timestamptz,
  add column ended_by text;

-- The sessions of the identity provider by which a device came; all of them end with it.
create table sync.device_session (
  workspace_id uuid not null,
  device uuid not null,
  session text not null,
  primary key (workspace_id, device, session)
);

alter table sync.device_session enable row level security;
alter table sync.device_session force row level security;
create policy own_workspace on sync.device_session
  using (workspace_id = sync.current_workspace());
grant select, insert on sync.device_session to ${app};

-- Sessions that ended with their device: whoever comes by one is refused in every workspace. Who
-- ended it stands with the device, inside its fence.
create table sync.ended_session (
  session text primary key,
  workspace_id uuid not null,
  device uuid not null
);

alter table sync.ended_session enable row level security;
alter table sync.ended_session force row level security;
create policy every_workspace on sync.ended_session using (true);
grant select, insert on sync.ended_session to ${app};
