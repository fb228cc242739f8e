import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userJob } from "../../src/tenants/database-user/user-job";
import { freePort } from "../support/free-port";
import { postgresPrograms, type PostgresServer, startPostgres } from "../support/postgres-server";
import type { Block } from "../support/terraform";

const programs = postgresPrograms();
if (programs === undefined) {
  console.warn("NOT CHECKED: no user of a tenant's database was made: PostgreSQL's server is not installed");
}

const FOLDER = "src/tenants/database-user";

describe.runIf(programs)("the Job that makes the user of a tenant's database", () => {
  let server: PostgresServer;
  let secrets: string;

  /** Runs the Job's command with the variables of its container. */
  function runJob() {
    const job = userJob(
      {
        engine: "postgres",
        id: "tides",
        host: "localhost",
        port: server.port,
        database: "app",
        secretArn: "arn",
      },
      { namespace: "apps", registries: {}, labels: {}, serviceAccount: "users", configMap: "users" },
    );
    const [{ command, env }] = (job.spec as Block).template.spec.containers;
    return spawnSync(command[0], [command[1].replace("/etc/database-user", FOLDER)], {
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries((env as Block[]).map(({ name, value }): [string, string] => [name, value])),
        ...{ FOLDER, SECRETS: secrets, PGSSLROOTCERT: server.authority },
      },
    });
  }

  beforeAll(async () => {
    server = startPostgres(programs!, await freePort());
    server.asAws("postgres", "CREATE ROLE platform LOGIN CREATEDB CREATEROLE PASSWORD 'masters'");
    // RDS has this role, whose members sign in with tokens of IAM.
    server.asAws("postgres", "CREATE ROLE rds_iam", "GRANT rds_iam TO platform WITH ADMIN OPTION");
    server.asAws("postgres", "CREATE DATABASE app OWNER platform");
    secrets = mkdtempSync(join(tmpdir(), "secrets-"));
    mkdirSync(join(secrets, "master"));
    writeFileSync(join(secrets, "master", "username"), "platform");
    writeFileSync(join(secrets, "master", "password"), "masters");
  }, 60_000);
  afterAll(() => {
    server?.stop();
    rmSync(secrets, { recursive: true, force: true });
  });

  it("makes it, as often as it runs", () => {
    for (const run of ["first", "second"]) {
      expect(runJob(), run).toMatchObject({ status: 0, stderr: "" });
    }
    expect(
      server.asAws(
        "postgres",
        "SELECT pg_has_role('tenant_app', 'rds_iam', 'member'), rolpassword IS NULL FROM pg_authid WHERE rolname = 'tenant_app'",
      ),
    ).toBe("t|t");
  });

  it.each([
    ["make a table", "CREATE TABLE tides (id serial); DROP TABLE tides", ""],
    ["make a schema", "CREATE SCHEMA extra", ""],
    ["make an extension that PostgreSQL trusts", "CREATE EXTENSION citext", ""],
    ["make a user", "CREATE ROLE other LOGIN", "permission denied to create role"],
    ["make a database", "CREATE DATABASE other", "permission denied to create database"],
    ["become the master", "SET ROLE platform", 'permission denied to set role "platform"'],
    ["read files of the server", "SELECT pg_read_file('/etc/passwd')", "permission denied"],
    ["read passwords", "SELECT rolpassword FROM pg_authid", "permission denied"],
  ])("has a user of which this is so: may %s, or is refused", (_, sql, refusal) => {
    server.asAws("postgres", "ALTER ROLE tenant_app PASSWORD 'tokens'");
    const { stderr, status } = server.as("tenant_app", "tokens", "app", sql);

    expect([status === 0, stderr.includes(refusal)]).toEqual([refusal === "", true]);
  });

  it("runs no function of the tenant's as the master, though its name is one that the Job calls", () => {
    const stolen = "CREATE ROLE stolen LOGIN PASSWORD 'mine'; SELECT 'SELECT 1'";
    const trap = `CREATE FUNCTION format(text, name) RETURNS text LANGUAGE sql AS $$${stolen}$$`;
    expect(server.as("tenant_app", "tokens", "app", trap)).toMatchObject({ status: 0, stderr: "" });

    const { status } = runJob();
    server.as("tenant_app", "tokens", "app", "DROP FUNCTION format(text, name)");
    expect(status).toBe(0);
    expect(server.asAws("postgres", "SELECT count(*) FROM pg_roles WHERE rolname = 'stolen'")).toBe("0");
  });

  it("fails for a user with rights that only AWS could take back", () => {
    server.asAws("postgres", "ALTER ROLE tenant_app BYPASSRLS");
    const { status } = runJob();
    server.asAws("postgres", "ALTER ROLE tenant_app NOBYPASSRLS");

    expect(status).not.toBe(0);
  });
});
