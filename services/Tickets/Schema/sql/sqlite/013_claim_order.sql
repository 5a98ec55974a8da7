create index idx_tickets_claimable on tickets (priority desc, (deadline is null), deadline, submitted_at, ticket_id)
    where agent_occurrence_id = '__shared__' and status in ('pending', 'assigned', 'in_progress');
