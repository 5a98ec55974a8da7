create table occurrences (
    occurrence_id text primary key,
    started_at timestamptz not null,
    last_heartbeat timestamptz not null,
    stopped_at timestamptz null
);
