#!/bin/bash
# A database and a role for each service; no role may enter another's. The image's entry point runs this when the server's data is made; run again, it adds
# what a newer version needs and gives every role the password of the environment.
set -euo pipefail
for name in bos els nlp cms files tickets gateway feedback portal; do
  psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v name="phase1_$name" -v variable="PHASE1_${name^^}_PASSWORD" <<'SQL'
\getenv password :variable
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" password :'password';
select format('create database %I owner %I', :'name', :'name') where not exists (select from pg_database where datname = :'name') \gexec
revoke all on database :"name" from public;
SQL
done
