create table ticket_history (
    ticket_id text not null,
    seq integer not null,
    at timestamptz not null,
    actor text not null constraint ticket_history_actor_check check (length(actor) <= 255),
    actor_kind text not null
        constraint ticket_history_actor_kind_check check (actor_kind in ('human', 'occurrence', 'tool', 'record', 'system')),
    from_status text null,
    to_status text not null,
    from_owner text null,
    to_owner text not null,
    reason text null constraint ticket_history_reason_check check (length(reason) <= 500),
    off_policy boolean not null default false,
    event_id uuid null,
    details jsonb not null default '{}',
    primary key (ticket_id, seq)
);
create unique index uq_ticket_history_event on ticket_history (ticket_id, event_id) where event_id is not null;
