-- Evidence and proofs are found by what they point to, and ideas by what they went on in.
create index record_state_of_source on sync.record_state (workspace_id, (fields ->> 'source'))
  where kind in ('evidence', 'proof');
create index record_state_merged on sync.record_state (workspace_id, (fields ->> 'mergedInto'))
  where kind = 'idea' and fields ->> 'mergedInto' is not null;
