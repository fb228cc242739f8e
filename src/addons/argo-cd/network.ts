import type { Conversation, NetworkPeer, Pods } from "../../constructs/network-peers";
import type { NotificationsProps } from "./notifications";
import { isSsh, SSH_PORT } from "./transport";
import { callsToWorkloads, type Workload } from "./workloads";
import { QUORUM } from "./redis";
import { ARGO_WORKFLOWS_SERVER, ARGO_WORKFLOWS_SERVER_PORT } from "../argo-workflows/network";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const part = (name: string): Pods => ({
  name: `argocd-${name}`,
  labels: { "app.kubernetes.io/name": `argocd-${name}`, "app.kubernetes.io/instance": "argo-cd" },
});

const SERVER = part("server");
const REPOSITORIES = part("repo-server");

/** Redis, where there is one of it. */
const REDIS = part("redis");

/** Proxy that leads to the Redis primary, if there are several servers. */
const REDIS_PROXY: Pods = { name: "argocd-redis-proxy", labels: { app: "redis-ha-haproxy" } };

const REDIS_COPY: Pods = { name: "argocd-redis-copy", labels: { app: "redis-ha" } };

/** Port on which Redis Sentinels elect the primary. */
const SENTINEL = 26_379;

const metrics = (port: number): Conversation => ({ with: PROMETHEUS, ports: [port] });

const CACHE: readonly Conversation[] = [
  { with: REDIS, ports: [6379] },
  { with: REDIS_PROXY, ports: [6379] },
];

const RENDERED: Conversation = { with: REPOSITORIES, ports: [8081] };

const KUBERNETES: Conversation = { with: "kubernetes-api" };

/** Settings that decide about Argo CD's connections. */
export interface ArgoCdShape {
  readonly replicas: number;

  readonly notifications: NotificationsProps;

  /** Clusters besides its own that it deploys to. */
  readonly workloads?: readonly Workload[];

  /** Credentials of the repositories that are cloned. */
  readonly repositories: readonly { readonly url: string }[];
}

/** Connections of Argo CD's programs. */
export const argoCdNetwork = ({
  replicas,
  notifications,
  repositories,
  workloads = [],
}: ArgoCdShape): readonly NetworkPeer[] => [
  {
    pods: SERVER,
    accepts: [{ with: "load-balancers", ports: [8080] }, metrics(8083)],
    // The internet: Dex, by its public name.
    calls: [...CACHE, RENDERED, KUBERNETES, { with: "internet" }, ...callsToWorkloads(workloads)],
  },
  {
    pods: part("application-controller"),
    accepts: [metrics(8082)],
    calls: [...CACHE, RENDERED, KUBERNETES, ...callsToWorkloads(workloads)],
  },
  {
    pods: REPOSITORIES,
    accepts: [metrics(8084)],
    // The internet: GitHub, and repositories of charts.
    calls: [
      ...CACHE,
      { with: "internet" },
      ...(repositories.some(({ url }) => isSsh(url))
        ? [{ with: "internet" as const, ports: [SSH_PORT] }]
        : []),
    ],
  },
  {
    pods: part("applicationset-controller"),
    accepts: [metrics(8080)],
    calls: [RENDERED, KUBERNETES],
  },
  ...(Object.values(notifications).some((receiver) => receiver !== false) ? [NOTIFICATIONS] : []),
  { pods: part("redis-secret-init"), calls: [KUBERNETES] },
  ...(replicas < QUORUM ? [{ pods: REDIS, accepts: [metrics(9121)] }] : COPIES_OF_REDIS),
];

const NOTIFICATIONS: NetworkPeer = {
  pods: part("notifications-controller"),
  accepts: [metrics(9001)],
  calls: [
    RENDERED,
    KUBERNETES,
    { with: ARGO_WORKFLOWS_SERVER, ports: [ARGO_WORKFLOWS_SERVER_PORT] },
    // Slack.
    { with: "internet" },
  ],
};

const COPIES_OF_REDIS: readonly NetworkPeer[] = [
  {
    pods: REDIS_PROXY,
    accepts: [metrics(9101)],
    calls: [{ with: REDIS_COPY, ports: [6379, SENTINEL] }],
  },
  {
    pods: REDIS_COPY,
    accepts: [metrics(9121)],
    calls: [{ with: REDIS_COPY, ports: [6379, SENTINEL] }],
  },
];
