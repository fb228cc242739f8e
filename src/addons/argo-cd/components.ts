import type { AddonProps } from "../../constructs/addon";
import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { mirroredImage } from "../../constructs/registries";

const MONITORED = { metrics: { enabled: true, serviceMonitor: { enabled: true } } };

/** Probes of a part for which the chart leaves them out. */
export const PROBED = { livenessProbe: { enabled: true }, readinessProbe: { enabled: true } };

/** Replicas of the parts that run more than once. */
const copies = (name: string, replicas: number) => ({
  replicas,
  pdb: NO_CHART_BUDGET,
  topologySpreadConstraints: topologySpread(podLabels(name)),
});

const podLabels = (name: string) => ({ "app.kubernetes.io/name": `argocd-${name}` });

/** Labels of the pods that run more than once, by part. */
export const REPLICATED_PODS = Object.fromEntries(
  ["server", "repo-server", "applicationset-controller"].map((name) => [`argocd-${name}`, podLabels(name)]),
);

const memory = (cpu: string, requested: string, limit: string) => ({
  resources: { requests: { cpu, memory: requested }, limits: { memory: limit } },
});

/** The programs that Argo CD consists of. Their security contexts are restricted by the chart's own defaults. */
export const argoCdComponents = ({ replicas, registries }: Pick<AddonProps, "replicas" | "registries">) => ({
  global: {
    image: { repository: mirroredImage(registries, "quay.io/argoproj/argocd") },
    priorityClassName: PRIORITY_CLASS,
    logging: { format: "json", level: "info" },
  },
  // One, whatever the replicas of others: a second would take clusters off it, and there is only this one.
  controller: { replicas: 1, ...MONITORED, ...memory("500m", "1Gi", "4Gi") },
  server: { ...copies("server", replicas), ...MONITORED, ...memory("100m", "128Mi", "512Mi") },
  repoServer: {
    ...copies("repo-server", replicas),
    ...MONITORED,
    ...memory("200m", "256Mi", "2Gi"),
    // It runs templates of applications, and asks nothing of Kubernetes.
    automountServiceAccountToken: false,
  },
  applicationSet: {
    ...copies("applicationset-controller", replicas),
    ...MONITORED,
    ...memory("50m", "128Mi", "512Mi"),
    ...PROBED,
  },
  redisSecretInit: memory("10m", "64Mi", "256Mi"),
  // One: two would send everything twice.
  notifications: { ...MONITORED, ...memory("50m", "64Mi", "256Mi"), ...PROBED },
});
