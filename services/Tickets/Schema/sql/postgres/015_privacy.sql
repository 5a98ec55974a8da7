create table privacy_questions (
    request_id uuid primary key,
    ticket_id text not null,
    purpose text not null,
    asked_at timestamptz not null,
    closed_at timestamptz null
);
create index idx_privacy_questions_asked_at on privacy_questions (asked_at);
create unique index uq_privacy_questions_open on privacy_questions (ticket_id, purpose) where closed_at is null;
create table privacy_answers (
    request_id uuid not null references privacy_questions on delete cascade,
    service text not null,
    outcome text not null,
    counts jsonb not null,
    remaining jsonb not null,
    blockers jsonb not null,
    answered_at timestamptz not null,
    primary key (request_id, service)
);
create table erasures (
    ticket_id text primary key,
    student_ids uuid[] not null,
    essays jsonb not null,
    erased_at timestamptz not null,
    completed_at timestamptz null
);
create index idx_erasures_erased_at on erasures (erased_at);
