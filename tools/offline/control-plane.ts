import { setMaxListeners } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTied } from "../kit/tied-process";
import { answering } from "./answering";
import {
  accountsKey,
  type ApiServer,
  type ServerPrograms,
  type Site,
  startApiServer,
  withServers,
} from "./api-server";
import { makeAuthority } from "./played/certificates";
import { playClaims } from "./played/claims";
import { playConstraintKinds } from "./played/constraint-kinds";
import { playLoadBalancers } from "./played/load-balancers";
import { playNode } from "./played/nodes";
import { playPods } from "./played/pods";
import { playRemadeRoles } from "./played/remade-roles";
import type { Stage } from "./played/watched";
import { playWebhooks } from "./played/webhooks";

/** Paths of the programs that a control plane takes. */
export interface ControlPlanePrograms extends ServerPrograms {
  readonly "kube-controller-manager": string;
}

/**
 * Starts a control plane for some work, on addresses that only this machine reaches, and ends it with the
 * work: etcd, the API server and Kubernetes' own controllers are real; scheduler, kubelet, volumes, load
 * balancers and the webhooks of add-ons are played.
 *
 * @throws CommandError if it does not start
 */
export const withControlPlane = <T>(
  programs: ControlPlanePrograms,
  signal: AbortSignal,
  work: (server: ApiServer) => Promise<T>,
): Promise<T> =>
  withServers("control-plane", signal, async (site) => {
    const authority = await makeAuthority(site.folder, signal);
    const socket = join(site.folder, "cluster.sock");
    const webhooks = await playWebhooks(socket, authority);
    const end = new AbortController();
    // Each pod that starts listens to it.
    setMaxListeners(0, end.signal);
    try {
      const server = await startApiServer(programs, site, {
        arguments: [`--egress-selector-config-file=${writeEgress(site.folder, socket)}`],
        // It also trusts what the player of webhooks shows, where an object names no authority.
        env: { ...process.env, SSL_CERT_FILE: authority.certificate },
      });
      webhooks.attach(server.client);
      await startControllers(programs["kube-controller-manager"], server, site);
      await play({ client: server.client, signal: end.signal });
      return await work(server);
    } finally {
      end.abort();
      await webhooks.stop();
    }
  });

/** Starts all players. They play until their signal. */
async function play(stage: Stage): Promise<void> {
  await playNode(stage);
  void playPods(stage);
  void playClaims(stage);
  void playLoadBalancers(stage);
  void playConstraintKinds(stage);
  void playRemadeRoles(stage);
}

/**
 * Has the API server ask a socket for connections into the cluster.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/
 */
function writeEgress(folder: string, socket: string): string {
  const file = join(folder, "egress.json");
  const connection = { proxyProtocol: "HTTPConnect", transport: { uds: { udsName: socket } } };
  const egressSelections = [{ name: "cluster", connection }];
  const kind = { apiVersion: "apiserver.k8s.io/v1beta1", kind: "EgressSelectorConfiguration" };
  writeFileSync(file, JSON.stringify({ ...kind, egressSelections }));
  return file;
}

/** Controllers of Kubernetes whose work is played, or that need nodes and volumes. */
const NOT_STARTED = [
  ...["persistentvolume-binder-controller", "persistentvolume-attach-detach-controller"],
  ...["persistentvolume-expander-controller", "node-lifecycle-controller", "node-ipam-controller"],
  ...["taint-eviction-controller", "node-route-controller", "service-lb-controller"],
];

async function startControllers(program: string, api: ApiServer, site: Site): Promise<void> {
  const { folder, servers, signal } = site;
  const [authority, kubeconfig] = [join(folder, "server.crt"), join(folder, "kubeconfig.json")];
  writeFileSync(authority, api.certificate);
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(api)), { mode: 0o600 });
  const server = startTied(
    [
      program,
      `--kubeconfig=${kubeconfig}`,
      `--root-ca-file=${authority}`,
      `--service-account-private-key-file=${accountsKey(folder)}`,
      `--controllers=${["*", ...NOT_STARTED.map((name) => `-${name}`)].join(",")}`,
      "--leader-elect=false",
      "--bind-address=127.0.0.1",
      "--secure-port=0",
    ],
    folder,
    "kube-controller-manager",
  );
  servers.push(server);
  // One of its first works, on which pods depend.
  const account = "/api/v1/namespaces/default/serviceaccounts/default";
  const works = async () => (await api.client.get(account)).status === 200;
  await answering("kube-controller-manager", server, signal, works);
}

/** Configuration of clients, as `kubectl` takes it, too. */
export const kubeconfigOf = ({
  url,
  token,
  certificate,
}: Pick<ApiServer, "url" | "token" | "certificate">) => ({
  apiVersion: "v1",
  kind: "Config",
  clusters: [
    {
      name: "played",
      cluster: {
        server: url,
        "certificate-authority-data": Buffer.from(certificate).toString("base64"),
      },
    },
  ],
  users: [{ name: "administrator", user: { token } }],
  contexts: [{ name: "played", context: { cluster: "played", user: "administrator" } }],
  "current-context": "played",
});
