-- Who opened a session: the record of the person, or the device where nobody signs in. What was
-- opened before counts for nobody.
alter table memory.upload add column opened_by uuid;

create index upload_open_by on memory.upload (workspace_id, opened_by) where state = 'open';
