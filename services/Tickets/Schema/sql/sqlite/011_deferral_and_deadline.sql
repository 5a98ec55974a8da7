alter table tickets add column wake_at text null;
alter table tickets add column outcome text null;
alter table tickets add column org_id text null;
alter table tickets add column deadline_told_at text null;
create index idx_tickets_wake on tickets (wake_at) where status = 'deferred' and wake_at is not null;
create index idx_tickets_deadline on tickets (deadline) where completed_at is null and deadline is not null;
