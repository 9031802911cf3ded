#!/bin/bash
# Runs once, when the database server is new, as its superuser: makes the two roles and the database that only a superuser
# can make. All else is made by the database service, as stegvis_owner.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$STEGVIS_OWNER_PASSWORD" --set backup_password="$STEGVIS_BACKUP_PASSWORD" <<'SQL'
create role stegvis_owner login createrole nosuperuser nocreatedb nobypassrls password :'owner_password';
create role stegvis_backup login nosuperuser nocreaterole nocreatedb bypassrls password :'backup_password';
create database stegvis owner stegvis_owner;
grant pg_read_all_data to stegvis_backup;
revoke connect on database stegvis from public;
grant connect on database stegvis to stegvis_backup;
SQL
