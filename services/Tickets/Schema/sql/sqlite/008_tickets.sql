create table tickets (
    ticket_id text primary key,
    sop text not null,
    ticket_type text not null,
    status text not null default 'pending'
        constraint tickets_status_check check (status in ('pending', 'in_progress', 'completed', 'cancelled', 'failed')),
    priority integer not null default 5 constraint tickets_priority_check check (priority between 1 and 10),
    email text not null constraint tickets_email_check check (length(email) between 3 and 255),
    user_identifier text null constraint tickets_user_identifier_check check (length(user_identifier) <= 255),
    submitted_at text not null,
    last_updated text not null,
    created_at text not null,
    deadline text null,
    completed_at text null,
    metadata text not null default '{}',
    notes text null constraint tickets_notes_check check (length(notes) <= 2000),
    automated integer not null default 0,
    correlation_id text null
);
create index idx_tickets_submitted on tickets (submitted_at, ticket_id);
create index idx_tickets_sop on tickets (sop, submitted_at);
create index idx_tickets_status on tickets (status, submitted_at);
create index idx_tickets_user on tickets (user_identifier);
create index idx_tickets_email on tickets (email);
create index idx_tickets_correlation on tickets (correlation_id);
