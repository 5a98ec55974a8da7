#!/bin/bash
# A database and a role for each service; no role may enter another's. The image's entry point runs this once, when the server's data is made.
set -euo pipefail
for name in bos els nlp cms files tickets gateway feedback portal; do
  psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v name="phase1_$name" -v variable="PHASE1_${name^^}_PASSWORD" <<'SQL'
\getenv password :variable
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
