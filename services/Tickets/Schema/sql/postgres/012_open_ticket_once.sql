create unique index uq_tickets_open on tickets (sop, correlation_id)
    where correlation_id is not null and status not in ('completed', 'cancelled', 'failed');
