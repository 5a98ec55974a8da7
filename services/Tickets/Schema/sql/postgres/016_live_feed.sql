alter table ticket_history add column id bigint generated always as identity;
alter table ticket_history add column recorded_xid xid8 not null default pg_current_xact_id();
create index idx_ticket_history_live on ticket_history (recorded_xid, id);
