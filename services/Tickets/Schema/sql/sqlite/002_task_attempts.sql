alter table work_tasks add column attempts integer not null default 0;
alter table work_tasks add column last_error text null;
