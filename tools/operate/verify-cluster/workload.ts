import { INGRESS_CLASS } from "../../../src/names/ingress-classes";
import { internetFacingIngress } from "../../../src/constructs/internet-facing-ingress";
import type { JsonMap } from "../../terraform-json/json-map";
import type { Names } from "./trial";

/** Port on which the server answers in its pod. */
const PORT = 8080;

/** Server that everybody may call, and the one that only a caller may. */
export type Server = "open" | "closed";

/** Runs as no one in particular, as Pod Security's level `restricted` wants. */
const POD_SECURITY: JsonMap = {
  runAsNonRoot: true,
  runAsUser: 10001,
  runAsGroup: 10001,
  fsGroup: 10001,
  seccompProfile: { type: "RuntimeDefault" },
};

const CONTAINER_SECURITY: JsonMap = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

const RESOURCES: JsonMap = {
  requests: { cpu: "10m", memory: "32Mi" },
  limits: { memory: "64Mi" },
};

const metadata = (name: string, { namespace }: Names): JsonMap => ({
  name,
  namespace,
  labels: { "app.kubernetes.io/name": name },
});

export const namespaceOf = ({ namespace }: Names): JsonMap => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: namespace, labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
});

/** Paths between the workload's pods. A pod that no policy selects has none in a cluster whose pods start closed. */
export function policiesOf(names: Names): JsonMap[] {
  const from = (name: string, to: readonly JsonMap[]): JsonMap => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(name, names),
    spec: {
      podSelector: { matchLabels: { "app.kubernetes.io/name": name } },
      policyTypes: ["Ingress"],
      ingress: [{ ports: [{ port: PORT }], ...(to.length > 0 && { from: [...to] }) }],
    },
  });
  return [
    from("open", []),
    from("closed", [{ podSelector: { matchLabels: { "app.kubernetes.io/name": "caller" } } }]),
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: metadata("all-ways-out", names),
      spec: { podSelector: {}, policyTypes: ["Egress"], egress: [{}] },
    },
  ];
}

/** A server, in as many pods as are asked for. */
export const deploymentOf = (name: string, names: Names, replicas = 1, spread?: JsonMap): JsonMap => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: metadata(name, names),
  spec: {
    replicas,
    selector: { matchLabels: { "app.kubernetes.io/name": name } },
    template: {
      metadata: { labels: { "app.kubernetes.io/name": name } },
      spec: {
        automountServiceAccountToken: false,
        securityContext: POD_SECURITY,
        ...(spread && { affinity: spread }),
        containers: [
          {
            ...{ name: "server", image: names.image, args: ["netexec", `--http-port=${PORT}`] },
            ...{ resources: RESOURCES, securityContext: CONTAINER_SECURITY },
            readinessProbe: { httpGet: { path: "/healthz", port: PORT } },
            ports: [{ containerPort: PORT }],
          },
        ],
      },
    },
  },
});

/** Spread by which no two pods of a name share a node. */
export const oneForEachNode = (name: string): JsonMap => ({
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      {
        topologyKey: "kubernetes.io/hostname",
        labelSelector: { matchLabels: { "app.kubernetes.io/name": name } },
      },
    ],
  },
});

export const serviceOf = (name: Server, names: Names): JsonMap => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: metadata(name, names),
  spec: {
    selector: { "app.kubernetes.io/name": name },
    ports: [{ name: "http", port: 80, targetPort: PORT }],
  },
});

/** A pod that does something once. It succeeds if the command does. */
export const jobOf = (name: string, names: Names, script: string, claim?: string): JsonMap => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: metadata(name, names),
  spec: {
    backoffLimit: 0,
    template: {
      metadata: { labels: { "app.kubernetes.io/name": name } },
      spec: {
        restartPolicy: "Never",
        automountServiceAccountToken: false,
        securityContext: POD_SECURITY,
        ...(claim !== undefined && {
          volumes: [{ name: "data", persistentVolumeClaim: { claimName: claim } }],
        }),
        containers: [
          {
            ...{ name: "script", image: names.image, command: ["/bin/sh", "-ec", script] },
            ...{ resources: RESOURCES, securityContext: CONTAINER_SECURITY },
            ...(claim !== undefined && { volumeMounts: [{ name: "data", mountPath: "/data" }] }),
          },
        ],
      },
    },
  },
});

export const claimOf = (name: string, names: Names): JsonMap => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: metadata(name, names),
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
});

export const ingressOf = (names: Names): JsonMap => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: {
    ...metadata("open", names),
    annotations: internetFacingIngress({
      loadBalancerName: names.loadBalancer,
      healthCheckPath: "/healthz",
      visitors: undefined,
    }),
  },
  spec: {
    ingressClassName: INGRESS_CLASS,
    rules: [
      {
        host: names.host,
        http: {
          paths: [
            { path: "/", pathType: "Prefix", backend: { service: { name: "open", port: { number: 80 } } } },
          ],
        },
      },
    ],
  },
});
