import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { databaseUserJob } from "../../src/constructs/database-user/job";
import { addonDatabase } from "../support/fixtures";
import { freePort } from "../support/free-port";
import { postgresPrograms, type PostgresServer, startPostgres } from "../support/postgres-server";
import type { Block } from "../support/terraform";

const programs = postgresPrograms();
if (programs === undefined) {
  console.warn("NOT CHECKED: no user of a database was made: PostgreSQL's server is not installed");
}

/** Tables, and objects of each other kind, that an add-on made while it was the master. */
const OF_THE_MASTER = `
  CREATE TABLE dashboard (id serial PRIMARY KEY, title text, version int GENERATED ALWAYS AS IDENTITY);
  CREATE TABLE "Odd ""name" (a int); CREATE SEQUENCE lonely;
  CREATE VIEW titles AS SELECT title FROM dashboard; CREATE MATERIALIZED VIEW counted AS SELECT 1 AS a;
  CREATE FUNCTION one(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE PROCEDURE nothing() LANGUAGE sql AS '';
  CREATE AGGREGATE added(int) (sfunc = int4pl, stype = int);
  CREATE TYPE colour AS ENUM ('red'); CREATE DOMAIN age AS int; CREATE TYPE pair AS (a int, b int);
  CREATE SCHEMA extra; CREATE TABLE extra.t (a int);
  CREATE TABLE part (a int) PARTITION BY RANGE (a); CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (1) TO (2);
  INSERT INTO dashboard (title) VALUES ('kept');`;

describe.runIf(programs)("the Job that makes an add-on's user of its database", () => {
  let server: PostgresServer;

  const asMaster = (sql: string) => server.as("root", "masters", "program", sql);
  const asUser = (sql: string, database = "program") => server.as("program", "users", database, sql);

  /** Runs the Job's command with the variables of its container, none of which the machine may add to. */
  async function runJob(password = "users", changed: Record<string, string> = {}) {
    const job = databaseUserJob(
      "name",
      { master: "master", user: "user" },
      {
        namespace: "monitoring",
        addon: "program",
        chartVersion: "1.2.3",
        database: { ...addonDatabase, host: "localhost", port: server.port },
      },
    );
    const [{ command, env }] = (job.spec as Block).template.spec.containers;
    const secrets = secretsWith({ master: ["root", "masters"], user: ["program", password] });
    const variables = (env as Block[]).map(({ name, value }): [string, string] => [name, value]);
    const folder = "src/constructs/database-user";
    // A group of its own: psql would ask a terminal for the password.
    const child = spawn(command[0], [command[1].replace("/etc/database-user", folder)], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(variables),
        FOLDER: folder,
        SECRETS: secrets,
        PGSSLROOTCERT: server.authority,
        ...changed,
      },
    });
    let output = "";
    child.stdout.on("data", (part) => (output += part));
    child.stderr.on("data", (part) => (output += part));
    const [status] = (await once(child, "close")) as [number];
    return { status, output };
  }

  /** Folder of the users' Secrets, as the Job's pod mounts them. */
  function secretsWith(users: Record<string, readonly [username: string, password: string]>): string {
    const folder = mkdtempSync(join(tmpdir(), "secrets-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [user, [username, password]] of Object.entries(users)) {
      mkdirSync(join(folder, user));
      writeFileSync(join(folder, user, "username"), username);
      writeFileSync(join(folder, user, "password"), password);
    }
    return folder;
  }

  const ownersBesides = (user: string) =>
    server.asAws(
      "program",
      `SELECT object FROM (
         SELECT relname AS object, relowner AS owner, relnamespace AS schema FROM pg_class
         UNION ALL SELECT proname, proowner, pronamespace FROM pg_proc
         UNION ALL SELECT typname, typowner, typnamespace FROM pg_type
         UNION ALL SELECT nspname, nspowner, oid FROM pg_namespace WHERE nspname <> 'public'
       ) AS objects JOIN pg_namespace ON oid = schema
       WHERE nspname IN ('public', 'extra') AND owner <> '${user}'::regrole`,
    );

  beforeAll(async () => {
    server = startPostgres(programs!, await freePort());
    server.asAws("postgres", "CREATE ROLE root LOGIN CREATEDB CREATEROLE PASSWORD 'masters'");
    server.asAws("postgres", "CREATE DATABASE program OWNER root", "ALTER DATABASE postgres OWNER TO root");
    expect(asMaster(OF_THE_MASTER).stderr).toBe("");
  }, 60_000);
  afterAll(() => server?.stop());

  it("hands over all that the master had made, as often as it runs", async () => {
    expect(ownersBesides("root")).toBe("");
    for (const run of ["first", "second"]) {
      expect(await runJob(), run).toMatchObject({ status: 0 });
      expect(ownersBesides("program"), run).toBe("");
    }
    expect(asUser("SELECT title FROM dashboard").stdout).toBe("kept\n");
  });

  it("lets the user change its tables, as the program's migrations do", () => {
    const migration =
      "ALTER TABLE dashboard ADD c int; CREATE TABLE new (a serial); CREATE INDEX ON new (a); DROP TABLE new";

    expect(asUser(migration)).toMatchObject({ status: 0, stderr: "" });
  });

  it.each([
    ["make a user", "CREATE ROLE other LOGIN", "permission denied to create role"],
    ["make a database", "CREATE DATABASE other", "permission denied to create database"],
    ["become the master", "SET ROLE root", 'permission denied to set role "root"'],
    ["make a schema", "CREATE SCHEMA other", "permission denied for database program"],
    ["make an extension", "CREATE EXTENSION citext", "permission denied"],
    ["read files of the server", "SELECT pg_read_file('/etc/passwd')", "permission denied"],
    ["run programs on the server", "COPY dashboard TO PROGRAM 'true'", "pg_execute_server_program"],
    ["give away the database", "ALTER DATABASE program OWNER TO program", "must be owner of database"],
    ["read passwords", "SELECT rolpassword FROM pg_authid", "permission denied"],
  ])("does not let the user %s", (_, sql, refusal) => {
    expect(asUser(sql).stderr.toLowerCase()).toContain(refusal.toLowerCase());
  });

  it("does not let the user connect to another database of the server", () => {
    expect(asUser("SELECT 1", "postgres").stderr).toContain('permission denied for database "postgres"');
  });

  it("leaves pods that still sign in as the master their tables", () => {
    expect(asMaster("UPDATE dashboard SET title = 'by the master' WHERE id = 1")).toMatchObject({
      status: 0,
    });
  });

  it("writes no password into the server's log", () => {
    expect(server.log()).toContain("SCRAM-SHA-256$");
    expect(server.log()).not.toMatch(/'users'/);
  });

  it("takes back rights that the user was given", async () => {
    server.asAws("postgres", "ALTER ROLE program CREATEROLE CREATEDB");
    asMaster("CREATE ROLE makers CREATEROLE; GRANT makers TO program");
    expect(asUser("SET ROLE makers; CREATE ROLE made").status).toBe(0);

    expect(await runJob()).toMatchObject({ status: 0 });
    expect(
      server.asAws(
        "postgres",
        "SELECT rolcreaterole, rolcreatedb, (SELECT count(*) FROM pg_auth_members WHERE member = pg_roles.oid) " +
          "FROM pg_roles WHERE rolname = 'program'",
      ),
    ).toBe("f|f|0");
  });

  it("fails for a user with rights that only AWS could take back", async () => {
    server.asAws("postgres", "ALTER ROLE program BYPASSRLS");
    const { status } = await runJob();
    server.asAws("postgres", "ALTER ROLE program NOBYPASSRLS");

    expect(status).not.toBe(0);
  });

  it("runs no function of the user's as the master, though its name is one that the Job calls", async () => {
    const stolen = "CREATE ROLE stolen LOGIN PASSWORD 'mine'; SELECT 'SELECT 1'";
    const trap = `CREATE FUNCTION format(text, name) RETURNS text LANGUAGE sql AS $$${stolen}$$`;
    expect(asUser(trap)).toMatchObject({ status: 0, stderr: "" });

    const { status } = await runJob();
    asUser("DROP FUNCTION format(text, name)");
    expect(status).toBe(0);
    expect(server.asAws("postgres", "SELECT count(*) FROM pg_roles WHERE rolname = 'stolen'")).toBe("0");
  });

  it("makes a lost user again, with what it owned", async () => {
    server.asAws(
      "program",
      "REASSIGN OWNED BY program TO root",
      "DROP OWNED BY program",
      "DROP ROLE program",
    );
    expect(asUser("SELECT 1").status).not.toBe(0);

    expect(await runJob()).toMatchObject({ status: 0 });
    expect(asUser("UPDATE dashboard SET title = 'again'")).toMatchObject({ status: 0 });
  });

  it("changes nothing while a statement of the program holds a lock, and ends so that it is tried again", async () => {
    asMaster("CREATE TABLE late (a int)");
    const holder = spawn(
      "psql",
      ["-XAtq", "-h", "localhost", "-p", String(server.port), "-U", "root", "program"],
      {
        env: { ...process.env, PGPASSWORD: "masters" },
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    holder.stdin.write("BEGIN; LOCK TABLE late; SELECT 'held';\n");
    await once(holder.stdout, "data");
    const { status, output } = await runJob();
    holder.stdin.end();
    await once(holder, "close");

    expect(output).toContain("lock timeout");
    expect(status).not.toBe(0);
    expect(await runJob()).toMatchObject({ status: 0 });
    expect(ownersBesides("program")).toBe("");
  }, 60_000);

  it("gives the user another password, and the old one no longer works", async () => {
    expect(await runJob("new")).toMatchObject({ status: 0 });
    expect(asUser("SELECT 1").stderr).toContain("password authentication failed");
    expect(server.as("program", "new", "program", "SELECT 1").stdout).toBe("1\n");
  });

  it("tells no server its password whose certificate is another authority's", async () => {
    const { status, output } = await runJob("users", { PGSSLROOTCERT: "/etc/ssl/certs/ca-certificates.crt" });

    expect(output).toContain("certificate verify failed");
    expect(status).not.toBe(0);
  });
});
