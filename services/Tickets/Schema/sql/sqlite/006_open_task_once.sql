create unique index uq_work_tasks_open on work_tasks (correlation_id) where status in ('pending', 'active');
