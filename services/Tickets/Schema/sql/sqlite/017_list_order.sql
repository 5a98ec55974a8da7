drop index idx_tickets_user;
create index idx_tickets_user on tickets (user_identifier, submitted_at, ticket_id);
