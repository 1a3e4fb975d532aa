-- Ideas are read by id in pages, and scores by the idea they belong to.
create index record_state_kinds on sync.record_state (workspace_id, kind, record_id);
create index record_state_of_idea on sync.record_state (workspace_id, (fields ->> 'idea'))
  where kind in ('score', 'evidence', 'assumption', 'discovery-task', 'decision');
