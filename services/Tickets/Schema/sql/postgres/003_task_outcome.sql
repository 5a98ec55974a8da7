alter table work_tasks add column outcome jsonb null;
alter table work_tasks add column finished_at timestamptz null;
