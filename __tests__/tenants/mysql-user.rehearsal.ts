import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../support/free-port";
import { hasMariaDb, type MariaDbServer, startMariaDb } from "../support/mariadb-server";

console.warn(
  hasMariaDb()
    ? "NOT CHECKED: MySQL's own parser and RDS's plugin AWSAuthenticationPlugin; MariaDB ran the statements with a plugin of its own"
    : "NOT CHECKED: no user of a tenant's database of MySQL was made: MariaDB's server is not installed",
);

/** Statements of the Job, with a password in place of the plugin that RDS alone has. */
const STATEMENTS = readFileSync("src/tenants/database-user/mysql.sql", "utf8").replaceAll(
  "AWSAuthenticationPlugin AS 'RDS'",
  "mysql_native_password USING PASSWORD('token')",
);

describe.runIf(hasMariaDb())("the user of a tenant's database of MySQL", () => {
  let server: MariaDbServer;

  const asMaster = (sql: string) => server.as("platform", "masters", sql);
  const asUser = (sql: string, ...options: string[]) => server.as("tenant_app", "token", sql, ...options);

  beforeAll(async () => {
    server = await startMariaDb(await freePort());
    // A master of RDS has rights on every database but those of AWS, and may hand them on.
    const { stderr } = server.as(
      "root",
      "",
      `CREATE USER platform@'%' IDENTIFIED BY 'masters';
       GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, SHOW DATABASES,
         CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, CREATE USER,
         EVENT, TRIGGER, DELETE HISTORY ON *.* TO platform@'%' WITH GRANT OPTION;
       CREATE DATABASE app; CREATE DATABASE other; CREATE TABLE other.t (a int); DROP USER IF EXISTS ''@localhost;`,
    );
    expect(stderr).toBe("");
  }, 60_000);
  afterAll(() => server?.stop());

  it("is made by the master, as often as the Job runs", () => {
    for (const run of ["first", "second"]) {
      expect(asMaster(STATEMENTS), run).toMatchObject({ status: 0, stderr: "" });
    }
    expect(asMaster("SHOW GRANTS FOR tenant_app@'%'").stdout).toContain(
      "GRANT ALL PRIVILEGES ON `app`.* TO `tenant_app`@`%`",
    );
  });

  it("comes in over TLS alone", () => {
    expect(asUser("SELECT 1", "--skip-ssl")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Access denied") as unknown,
    });
    expect(asUser("SELECT 1")).toMatchObject({ status: 0, stdout: "1\n" });
  });

  it.each([
    ["make a table", "CREATE TABLE app.tides (id int); DROP TABLE app.tides", ""],
    [
      "make a view and a routine",
      "CREATE VIEW app.v AS SELECT 1 AS a; CREATE PROCEDURE app.p() SELECT 1",
      "",
    ],
    ["read another database", "SELECT * FROM other.t", "denied"],
    ["make a database", "CREATE DATABASE more", "denied"],
    ["make a user", "CREATE USER more", "denied"],
    ["hand its rights on", "GRANT SELECT ON app.* TO platform@'%'", "denied"],
    ["read passwords", "SELECT * FROM mysql.global_priv", "denied"],
    ["read files of the server", "SELECT a FROM app.v INTO OUTFILE '/tmp/out'", "denied"],
    ["see the statements of others", "SHOW GRANTS FOR platform@'%'", "denied"],
  ])("may %s, or is refused", (_, sql, refusal) => {
    const { status, stderr } = asUser(sql);

    expect([status === 0, stderr.includes(refusal)]).toEqual([refusal === "", true]);
  });

  it("loses rights that it got beside those of the Job", () => {
    server.as("root", "", "GRANT SELECT ON other.* TO tenant_app@'%'");

    expect(asMaster(STATEMENTS).status).toBe(0);
    expect(asUser("SELECT * FROM other.t")).toMatchObject({ status: 1 });
  });
});
