create table work_tasks (
    task_id text primary key,
    correlation_id text not null,
    source text not null constraint work_tasks_source_check check (source in ('ticket_claim', 'ticket_continuation')),
    status text not null default 'pending'
        constraint work_tasks_status_check check (status in ('pending', 'active', 'completed', 'failed', 'abandoned')),
    priority smallint not null,
    description text not null,
    context jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
