import { setMaxListeners } from "node:events";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../kit/command-error";
import { freePort } from "../kit/free-port";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { startTied, type TiedProcess } from "../kit/tied-process";
import { answering } from "./answering";
import { type ApiClient, apiClient } from "./api-client";

/** Paths of the programs that an API server takes. */
export type ServerPrograms = Readonly<Record<"etcd" | "kube-apiserver", string>>;

/** A running API server. */
export interface ApiServer {
  readonly client: ApiClient;

  /** Address on this machine, as `https://127.0.0.1:6443`. */
  readonly url: string;

  /** Token of the administrator. */
  readonly token: string;

  /** Certificate of the server, in PEM, which vouches for itself. */
  readonly certificate: string;
}

/** Folder of servers that start, and the signal that ends them. */
export interface Site {
  readonly folder: string;

  /** Servers that run so far. */
  readonly servers: TiedProcess[];
  readonly signal: AbortSignal;
}

/** Settings of an API server beside those that each has. */
export interface ServerSettings {
  readonly arguments: readonly string[];

  /**
   * Variables of its environment.
   *
   * @default - those of this process
   */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts an API server of Kubernetes for some work, on an address that only this machine reaches, and ends it
 * with the work. Every server has ports, a database and a token of its own. No controller runs beside it.
 *
 * @throws CommandError if it does not start
 */
export const withApiServer = <T>(
  programs: ServerPrograms,
  signal: AbortSignal,
  work: (client: ApiClient) => Promise<T>,
): Promise<T> =>
  withServers("api-server", signal, async (site) => {
    const { client } = await startApiServer(programs, site, WITHOUT_CONTROLLERS);
    return work(client);
  });

const WITHOUT_CONTROLLERS: ServerSettings = {
  // No controller makes accounts of pods, or lets go of what it protects.
  arguments: ["--disable-admission-plugins=ServiceAccount,StorageObjectInUseProtection"],
};

/** Gives servers a folder for some work, and ends them with the work. */
export async function withServers<T>(
  name: string,
  signal: AbortSignal,
  work: (site: Site) => Promise<T>,
): Promise<T> {
  try {
    return await serveOnce(name, signal, work);
  } catch (error) {
    // Another program was faster to take a port that was free.
    if (error instanceof CommandError && error.message.includes(ADDRESS_IN_USE)) {
      return serveOnce(name, signal, work);
    }
    throw error;
  }
}

/** Message of a server whose address another program has. */
const ADDRESS_IN_USE = "address already in use";

const serveOnce = <T>(name: string, signal: AbortSignal, work: (site: Site) => Promise<T>): Promise<T> =>
  inTemporaryFolder(name, async (folder) => {
    const servers: TiedProcess[] = [];
    // Each request listens to it.
    setMaxListeners(0, signal);
    try {
      return await work({ folder, servers, signal });
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });

async function startEtcd(program: string, { folder, servers, signal }: Site): Promise<string> {
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

/** Starts etcd, and an API server on top of it. */
export async function startApiServer(
  programs: ServerPrograms,
  site: Site,
  settings: ServerSettings,
): Promise<ApiServer> {
  const etcd = await startEtcd(programs.etcd, site);
  const { folder, servers, signal } = site;
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
      // As on EKS: Pod Security decides about privileged containers.
      "--allow-privileged=true",
      `--token-auth-file=${tokens}`,
      "--service-account-issuer=https://kubernetes.default.svc",
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      "--service-cluster-ip-range=10.0.0.0/24",
      ...settings.arguments,
    ],
    folder,
    "kube-apiserver",
    settings.env,
  );
  servers.push(server);
  const certificate = join(certificates, "apiserver.crt");
  const client = apiClient({ port, token, certificate, signal });
  await answering("kube-apiserver", server, signal, async () => (await client.get("/readyz")).status === 200);
  const url = `https://127.0.0.1:${port}`;
  return { client, url, token, certificate: readFileSync(certificate, "utf8") };
}

/** File of the key that signs tokens of service accounts. */
export const accountsKey = (folder: string): string => join(folder, "service-accounts.pem");

/** Writes the token of the administrator, and the key that signs tokens of service accounts. */
function writeCredentials(folder: string, token: string) {
  const [tokens, key] = [join(folder, "tokens.csv"), accountsKey(folder)];
  mkdirSync(folder, { recursive: true });
  writeFileSync(tokens, `${token},administrator,administrator,system:masters\n`, { mode: 0o600 });
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return { tokens, key };
}
