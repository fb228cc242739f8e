import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../kit/free-port";
import { startTied, type TiedProcess } from "../../kit/tied-process";
import { answering } from "../../offline/answering";
import type { ApiServer } from "../../offline/api-server";
import { kubeconfigOf } from "../../offline/control-plane";
import { asMap, textOf } from "../../terraform-json/json-map";
import { emulatorEnvironment } from "../emulate/emulator-environment";

/** Paths of Velero's programs. */
export interface VeleroPrograms {
  readonly velero: string;

  /** Program by which it speaks with S3 and EC2. */
  readonly plugin: string;
}

/** Cluster and AWS with which Velero works. */
export interface VeleroSite {
  readonly api: ApiServer;

  /** Namespace of the platform's add-ons. */
  readonly namespace: string;

  /** Address of the emulated AWS. */
  readonly endpoint: string;

  /** Folder for what the server writes. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Starts Velero's server as its service account, which has the rights of the release and no others, and waits until it knows
 * its place of backups.
 *
 * @throws CommandError if it does not start
 */
export async function startVelero(
  { velero, plugin }: VeleroPrograms,
  site: VeleroSite,
): Promise<TiedProcess> {
  const { api, namespace, endpoint, folder, signal } = site;
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  await api.client.create(accounts, {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: ACCOUNT, namespace },
  });
  const { body } = await api.client.create(`${accounts}/${ACCOUNT}/token`, {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: { expirationSeconds: 3600 },
  });
  const kubeconfig = join(folder, "velero-kubeconfig.json");
  const token = textOf(asMap(body.status).token);
  // Velero runs every program of the folder as a plugin.
  const plugins = join(folder, "plugins");
  mkdirSync(plugins);
  symlinkSync(plugin, join(plugins, "velero-plugin-for-aws"));
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf({ ...api, token })), { mode: 0o600 });
  const server = startTied(
    [
      ...[velero, "server", `--kubeconfig=${kubeconfig}`, `--namespace=${namespace}`],
      `--plugin-dir=${plugins}`,
      ...[
        `--metrics-address=127.0.0.1:${await freePort()}`,
        `--profiler-address=127.0.0.1:${await freePort()}`,
      ],
    ],
    folder,
    "velero",
    { ...process.env, ...emulatorEnvironment(endpoint), NO_PROXY: "127.0.0.1" },
  );
  const place = `/apis/velero.io/v1/namespaces/${namespace}/backupstoragelocations/default`;
  await answering("velero", server, signal, async () => {
    const { body: location } = await api.client.get(place);
    return asMap(location.status).phase === "Available";
  });
  return server;
}

/** Service account of the add-on. */
const ACCOUNT = "velero";
