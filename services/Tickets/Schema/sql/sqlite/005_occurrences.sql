create table occurrences (
    occurrence_id text primary key,
    started_at text not null,
    last_heartbeat text not null,
    stopped_at text null
);
