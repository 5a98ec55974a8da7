create index idx_work_tasks_finished on work_tasks (finished_at) where finished_at is not null;
