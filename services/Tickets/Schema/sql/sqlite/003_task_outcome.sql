alter table work_tasks add column outcome text null;
alter table work_tasks add column finished_at text null;
