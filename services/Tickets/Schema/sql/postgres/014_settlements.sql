create table settlements (
    sop text not null,
    correlation_id text not null,
    outcome text not null,
    details jsonb not null default '{}',
    event_id uuid null,
    at timestamptz not null,
    primary key (sop, correlation_id)
);
create index idx_settlements_at on settlements (at);
