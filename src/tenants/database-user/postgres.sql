-- Gives the user of a tenant's pods (:user) everything in the database, and nothing on the server. RDS lets members of
-- rds_iam sign in with a token of IAM, and with no password. psql runs it as the master, as often as there is reason to.

-- Functions and operators of the tenant's own must not stand in for PostgreSQL's: the master would run them.
SET search_path = pg_catalog, pg_temp;
SET lock_timeout = '10s';
SET client_min_messages = warning;
BEGIN;

SELECT format('CREATE ROLE %I LOGIN', :'user')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user')
\gexec

ALTER ROLE :"user" WITH LOGIN INHERIT NOCREATEDB NOCREATEROLE;
GRANT rds_iam TO :"user";

SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database())
\gexec
-- Programs make schemas, and those extensions that PostgreSQL trusts.
SELECT format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO %I', current_database(), :'user')
\gexec
GRANT USAGE, CREATE ON SCHEMA public TO :"user";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Rights that the master could not take away. A division by zero ends the Job.
SELECT 1 / (
  CASE
    WHEN rolsuper OR rolreplication OR rolbypassrls OR EXISTS (
      SELECT FROM pg_auth_members JOIN pg_roles AS granted ON granted.oid = roleid
      WHERE member = pg_roles.oid AND granted.rolname <> 'rds_iam'
    )
    THEN 0 ELSE 1
  END
) AS "without rights on the server"
FROM pg_roles
WHERE rolname = :'user';

COMMIT;
