-- Gives the database's own user (:user) everything that its program needs in the database, and nothing on the server.
-- psql runs it as the master user, as often as there is reason to.

-- Functions and operators of the program's own must not stand in for PostgreSQL's: the master would run them.
SET search_path = pg_catalog, pg_temp;

-- A statement of the program that holds a lock must not hold up all others behind this one. The Job tries again.
SET lock_timeout = '10s';
SET client_min_messages = warning;
BEGIN;

SELECT format('CREATE ROLE %I LOGIN', :'user')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user')
\gexec

ALTER ROLE :"user" WITH LOGIN INHERIT NOCREATEDB NOCREATEROLE;

-- Roles that the user was made a member of.
SELECT format('REVOKE %I FROM %I', granted.rolname, member.rolname)
FROM pg_auth_members
JOIN pg_roles AS granted ON granted.oid = roleid
JOIN pg_roles AS member ON member.oid = pg_auth_members.member
WHERE member.rolname = :'user'
\gexec

-- The master reads what it hands over, so that pods that still sign in as the master work until the new ones do.
GRANT :"user" TO CURRENT_USER;

-- No other user of the server connects to a database of the master's.
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', datname)
FROM pg_database
WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = CURRENT_USER) AND datallowconn
\gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM %I', datname, :'user')
FROM pg_database
WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = CURRENT_USER) AND datname <> current_database()
\gexec
SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), :'user')
\gexec
SELECT format('REVOKE CREATE ON DATABASE %I FROM %I', current_database(), :'user')
\gexec

GRANT USAGE, CREATE ON SCHEMA public TO :"user";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Schemas beside `public`, which the owner of an object must be able to make objects in.
SELECT format('ALTER SCHEMA %I OWNER TO %I', nspname, :'user')
FROM pg_namespace
WHERE nspowner = (SELECT oid FROM pg_roles WHERE rolname = CURRENT_USER)
  AND nspname NOT LIKE 'pg\_%' AND nspname NOT IN ('information_schema', 'public')
  AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = pg_namespace.oid AND deptype = 'e'
  )
\gexec

-- Objects that the master made before, or that a restored snapshot has: each changes owner, but for those of extensions.
-- Sequences and indexes of a table go with it.
SELECT format('ALTER %s %s OWNER TO %I', kind, object, :'user')
FROM (
  SELECT 'pg_class'::regclass AS class, pg_class.oid, relowner AS owner, relnamespace AS schema,
    CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
    pg_class.oid::regclass::text AS object
  FROM pg_class
  WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    AND NOT EXISTS (
      SELECT FROM pg_depend
      WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('a', 'i') AND relkind = 'S'
        AND refclassid = 'pg_class'::regclass
    )
  UNION ALL
  SELECT 'pg_proc'::regclass, oid, proowner, pronamespace,
    CASE prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END, oid::regprocedure::text
  FROM pg_proc
  UNION ALL
  SELECT 'pg_type'::regclass, pg_type.oid, typowner, typnamespace,
    CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, pg_type.oid::regtype::text
  FROM pg_type
  LEFT JOIN pg_class ON pg_class.oid = typrelid
  -- Types of tables and arrays go with what they are of.
  WHERE (typtype IN ('d', 'e', 'r') OR (typtype = 'c' AND relkind = 'c') OR (typtype = 'b' AND typelem = 0))
    AND NOT EXISTS (SELECT FROM pg_type AS element WHERE element.typarray = pg_type.oid)
) AS objects
JOIN pg_namespace ON pg_namespace.oid = objects.schema
WHERE owner = (SELECT oid FROM pg_roles WHERE rolname = CURRENT_USER)
  AND nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = objects.class AND objid = objects.oid AND deptype = 'e'
  )
\gexec

-- Rights that the master could not take away. A division by zero ends the Job.
SELECT 1 / (
  CASE
    WHEN rolsuper OR rolreplication OR rolbypassrls OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
    THEN 0 ELSE 1
  END
) AS "without rights on the server"
FROM pg_roles
WHERE rolname = :'user';

COMMIT;
