import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** User of the system that runs PostgreSQL's server, which refuses to run as root: `nobody`. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Folder of the versions that Debian's packages install. */
const VERSIONS = "/usr/lib/postgresql";

/** A real PostgreSQL server with the users that RDS makes: `rdsadmin`, which is AWS's own, and the master `root`. */
export interface PostgresServer {
  readonly port: number;

  /** File of the authority that the server's certificate for `localhost` comes from. */
  readonly authority: string;

  /** Lines of its log, in which every statement is. */
  readonly log: () => string;

  /** Rows of a query as AWS's own user, a line for each. */
  readonly asAws: (database: string, ...queries: string[]) => string;

  /** Runs SQL as a user, as a program in the cluster does. */
  readonly as: (user: string, password: string, database: string, sql: string) => Said;
  readonly stop: () => void;
}

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Folder of the server's programs; `undefined` where PostgreSQL is not installed. */
export const postgresPrograms = (): string | undefined =>
  existsSync(VERSIONS)
    ? readdirSync(VERSIONS)
        .map((version) => join(VERSIONS, version, "bin"))
        .find((folder) => existsSync(join(folder, "initdb")))
    : undefined;

/** Starts a server of its own, in a folder that goes with it. */
export function startPostgres(programs: string, port: number): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const owner = process.getuid?.() === 0 ? NOBODY : undefined;
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
  }
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { ...owner, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const [data, key, authority, log] = ["data", "key", "authority.pem", "log"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];

  run(
    join(programs, "initdb"),
    "-D",
    data,
    "-U",
    "rdsadmin",
    "--auth-local=trust",
    "--auth-host=scram-sha-256",
  );
  run(
    ...["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", authority],
    ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
  );
  const settings = {
    ...{ port, listen_addresses: "localhost", unix_socket_directories: folder, log_statement: "all" },
    ...{ ssl: "on", ssl_cert_file: authority, ssl_key_file: key },
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  run(join(programs, "pg_ctl"), "start", "-w", "-D", data, "-l", log, "-o", options.join(" "));

  return {
    port,
    authority,
    log: () => run("cat", log).toString(),
    asAws: (database, ...queries) => {
      const { stdout, stderr, status } = spawnSync(
        "psql",
        ["-XAtq", "-h", folder, "-p", String(port), "-U", "rdsadmin", "-d", database].concat(
          queries.flatMap((query) => ["-c", query]),
        ),
        { encoding: "utf8" },
      );
      if (status !== 0) {
        throw new Error(stderr);
      }
      return stdout.trim();
    },
    as: (user, password, database, sql) =>
      spawnSync("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql], {
        encoding: "utf8",
        env: {
          ...process.env,
          PGHOST: "localhost",
          PGPORT: String(port),
          PGUSER: user,
          PGPASSWORD: password,
        },
      }),
    stop: () => {
      run(join(programs, "pg_ctl"), "stop", "-D", data, "-m", "immediate");
      rmSync(folder, { recursive: true });
    },
  };
}
