alter table work_tasks add column agent_occurrence_id text not null default '__shared__';
create index idx_work_tasks_occurrence on work_tasks (agent_occurrence_id, priority desc, task_id) where status in ('pending', 'active');
