import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** User of the system that runs the server, which refuses to run as root: `nobody`. */
const NOBODY = { uid: 65_534, gid: 65_534 };

const SERVER = "/usr/sbin/mariadbd";
const CLIENT = "/usr/bin/mariadb";

/** A real server of MariaDB, which speaks the part of MySQL's language that users and rights are written in. */
export interface MariaDbServer {
  /** Runs SQL as a user: over the network, unless it is `root`, which comes by the socket as AWS's own user. */
  readonly as: (user: string, password: string, sql: string, ...options: string[]) => Outcome;
  readonly stop: () => Promise<void>;
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** True where Debian's packages of MariaDB are installed. */
export const hasMariaDb = (): boolean => existsSync(SERVER) && existsSync(CLIENT);

/** Seconds that the server has to start. */
const PATIENCE = 30;

/** Starts a server of its own, in a folder that goes with it. */
export async function startMariaDb(port: number): Promise<MariaDbServer> {
  const folder = mkdtempSync(join(tmpdir(), "mariadb-"));
  const owner = process.getuid?.() === 0 ? NOBODY : undefined;
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
  }
  const [data, socket, key, certificate] = ["data", "socket", "key.pem", "certificate.pem"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { ...owner, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });

  run(
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    key,
    "-out",
    certificate,
    "-subj",
    "/CN=localhost",
  );
  run("mariadb-install-db", "--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal");
  const server = spawn(
    SERVER,
    [
      "--no-defaults",
      ...[`--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, "--bind-address=127.0.0.1"],
      ...[`--ssl-cert=${certificate}`, `--ssl-key=${key}`],
    ],
    { ...owner, cwd: folder, stdio: "ignore" },
  );
  const as: MariaDbServer["as"] = (user, password, sql, ...options) =>
    spawnSync(
      CLIENT,
      [
        ...["--no-defaults", `--user=${user}`, "--batch", "--skip-column-names"],
        ...(user === "root" ? [`--socket=${socket}`] : ["--host=127.0.0.1", `--port=${port}`, "--ssl"]),
        ...options,
      ],
      { encoding: "utf8", input: sql, env: { PATH: process.env.PATH, MYSQL_PWD: password } },
    );
  const end = Date.now() + PATIENCE * 1_000;
  while (as("root", "", "SELECT 1").status !== 0 && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    as,
    stop: async () => {
      const closed = once(server, "close");
      server.kill("SIGKILL");
      await closed;
      rmSync(folder, { recursive: true });
    },
  };
}
