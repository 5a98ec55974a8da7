alter table tickets add column if not exists agent_occurrence_id text not null default '__shared__';
alter table tickets drop constraint tickets_status_check;
alter table tickets add constraint tickets_status_check check (
    status in ('pending', 'assigned', 'in_progress', 'blocked', 'deferred', 'completed', 'cancelled', 'failed')
);
create index idx_tickets_occurrence_status on tickets (agent_occurrence_id, status);
