import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "../kit/command-error";
import { freePort } from "../kit/free-port";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { startTied, type TiedProcess } from "../kit/tied-process";
import { type ApiClient, apiClient } from "./api-client";

/** Paths of the programs that an API server takes. */
export type ServerPrograms = Readonly<Record<"etcd" | "kube-apiserver", string>>;

/** Time in which a server must answer. A machine that runs much else takes most of it. */
const SECONDS_TO_START = 120;

/**
 * Starts an API server of Kubernetes for some work, on an address that only this machine reaches, and ends it
 * with the work. Every server has ports, a database and a token of its own.
 *
 * @throws CommandError if it does not start
 */
export async function withApiServer<T>(
  programs: ServerPrograms,
  signal: AbortSignal,
  work: (client: ApiClient) => Promise<T>,
): Promise<T> {
  try {
    return await serveOnce(programs, signal, work);
  } catch (error) {
    // Another program was faster to take a port that was free.
    if (error instanceof CommandError && error.message.includes(ADDRESS_IN_USE)) {
      return serveOnce(programs, signal, work);
    }
    throw error;
  }
}

/** Message of a server whose address another program has. */
const ADDRESS_IN_USE = "address already in use";

const serveOnce = <T>(
  programs: ServerPrograms,
  signal: AbortSignal,
  work: (client: ApiClient) => Promise<T>,
): Promise<T> =>
  inTemporaryFolder("api-server", async (folder) => {
    const servers: TiedProcess[] = [];
    try {
      const etcd = await startEtcd(programs.etcd, folder, servers, signal);
      return await work(await startApiServer(programs, etcd, folder, servers, signal));
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });

async function startEtcd(
  program: string,
  folder: string,
  servers: TiedProcess[],
  signal: AbortSignal,
): Promise<string> {
  const [client, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const server = startTied(
    [
      program,
      `--data-dir=${join(folder, "etcd")}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      // The data goes with the work.
      "--unsafe-no-fsync",
    ],
    folder,
    "etcd",
  );
  servers.push(server);
  await answering("etcd", server, signal, async () => (await fetch(`${client}/health`)).ok);
  return client;
}

async function startApiServer(
  programs: ServerPrograms,
  etcd: string,
  folder: string,
  servers: TiedProcess[],
  signal: AbortSignal,
): Promise<ApiClient> {
  const port = await freePort();
  const certificates = join(folder, "certificates");
  const token = randomBytes(16).toString("hex");
  const { tokens, key } = writeCredentials(folder, token);
  const server = startTied(
    [
      programs["kube-apiserver"],
      `--etcd-servers=${etcd}`,
      "--bind-address=127.0.0.1",
      "--advertise-address=127.0.0.1",
      `--secure-port=${port}`,
      `--cert-dir=${certificates}`,
      "--authorization-mode=RBAC",
      `--token-auth-file=${tokens}`,
      "--service-account-issuer=https://kubernetes.default.svc",
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      "--service-cluster-ip-range=10.0.0.0/24",
      // No controller makes accounts of pods, or lets go of what it protects.
      "--disable-admission-plugins=ServiceAccount,StorageObjectInUseProtection",
    ],
    folder,
    "kube-apiserver",
  );
  servers.push(server);
  const client = apiClient({ port, token, certificate: join(certificates, "apiserver.crt"), signal });
  await answering("kube-apiserver", server, signal, async () => (await client.get("/readyz")).status === 200);
  return client;
}

/** Writes the token of the administrator, and the key that signs tokens of service accounts. */
function writeCredentials(folder: string, token: string) {
  const [tokens, key] = [join(folder, "tokens.csv"), join(folder, "service-accounts.pem")];
  mkdirSync(folder, { recursive: true });
  writeFileSync(tokens, `${token},administrator,administrator,system:masters\n`, { mode: 0o600 });
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return { tokens, key };
}

/** Waits until a server answers. */
async function answering(
  name: string,
  server: TiedProcess,
  signal: AbortSignal,
  answers: () => Promise<boolean>,
): Promise<void> {
  const ended = server.ended.then((lastLine) => {
    throw new CommandError(`${name}: expected a server, got its end: ${lastLine.slice(-300)}`);
  });
  // It also ends when its work is done, which is no error.
  ended.catch(() => undefined);
  for (const end = Date.now() + SECONDS_TO_START * 1000; Date.now() < end;) {
    signal.throwIfAborted();
    if (await Promise.race([ended, answers().catch(() => false)])) {
      return;
    }
    await Promise.race([ended, delay(100)]);
  }
  throw new CommandError(`${name}: expected an answer within ${SECONDS_TO_START} s, got none`);
}
