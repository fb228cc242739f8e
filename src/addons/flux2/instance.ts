import type { HelmValues } from "../../constructs/helm-values";
import { KEEP } from "../../constructs/helm-release";
import { PRIORITY_CLASS } from "../../constructs/availability";
import { mirroredImage, type Registries } from "../../constructs/registries";

/** One of the two instances of Flux in a cluster. */
export interface Instance {
  readonly namespace: string;

  /** Service account that is impersonated for objects that name none. */
  readonly deployer: string;

  /** True for the instance that reads objects of every namespace it has rights in, and not its own alone. */
  readonly everywhere: boolean;
  readonly replicas: number;
  readonly registries: Registries | undefined;
}

/** Label of objects that are the platform's instance's alone: the customers' instance leaves out what has it. */
export const PLATFORM_ONLY = { "sharding.fluxcd.io/key": "platform" } as const;

/** Port at which the parts fetch what was read from Git. The CNI finds a Service only where the policy opens its own port. */
export const ARTIFACTS_PORT = 9090;

/** Parts that run more than once, of which one works at a time. */
const REPLICATED = ["helm-controller", "kustomize-controller"] as const;

/** Labels of the pods that run more than once, by part. */
export const REPLICATED_PODS = Object.fromEntries(REPLICATED.map((name) => [name, { app: name }]));

const OFF = { create: false };

/**
 * Values of an instance. Nothing of it changes an object with rights of its own: it impersonates a service account, refuses
 * references to other namespaces and bases from elsewhere, and runs no program that a kubeconfig names.
 *
 * @see https://fluxcd.io/flux/installation/configuration/multitenancy/
 */
export const valuesOf = (instance: Instance): HelmValues => ({
  // The kinds are the cluster's: one instance brings them for both.
  installCRDs: !instance.everywhere,
  crds: { annotations: KEEP },
  multitenancy: { enabled: true, defaultServiceAccount: instance.deployer, privileged: false },
  watchAllNamespaces: instance.everywhere,
  rbac: { create: false, createAggregation: false },
  policies: { create: false },
  cli: image(instance, "flux-cli", "10m", "64Mi", "256Mi"),
  sourceController: {
    ...part(instance, "source-controller", "50m", "128Mi", "1Gi"),
    container: {
      additionalArgs: [
        ...watched(instance),
        `--storage-adv-addr=source-controller.${instance.namespace}.svc.cluster.local.:${ARTIFACTS_PORT}`,
      ],
    },
    service: { ports: [{ name: "artifacts", port: ARTIFACTS_PORT, protocol: "TCP", targetPort: "http" }] },
  },
  kustomizeController: {
    ...part(instance, "kustomize-controller", "100m", "128Mi", "1Gi"),
    ...copies(instance, "kustomize-controller"),
    container: { additionalArgs: ["--no-remote-bases=true", ...LOCKED, ...watched(instance)] },
  },
  helmController: {
    ...part(instance, "helm-controller", "100m", "128Mi", "1Gi"),
    ...copies(instance, "helm-controller"),
    // The chart gives the other parts theirs.
    podSecurityContext: { fsGroup: 1337 },
    container: { additionalArgs: [...LOCKED, ...watched(instance)] },
  },
  // Prometheus tells of what fails, and images are written into Git by those who build them.
  notificationController: OFF,
  imageAutomationController: OFF,
  imageReflectionController: OFF,
  prometheus: { podMonitor: { create: true } },
});

/** Arguments of the parts that apply objects. To watch Secrets, they would need the right to read those of every namespace. */
const LOCKED = ["--insecure-kubeconfig-exec=false", "--feature-gates=DisableConfigWatchers=true"];

const watched = ({ everywhere }: Instance): string[] =>
  everywhere ? Object.keys(PLATFORM_ONLY).map((key) => `--watch-label-selector=!${key}`) : [];

type Sizes = readonly [cpu: string, requested: string, limit: string];

const part = (instance: Instance, name: string, ...sizes: Sizes) => ({
  ...image(instance, name, ...sizes),
  priorityClassName: PRIORITY_CLASS,
});

const image = ({ registries }: Instance, name: string, ...[cpu, requested, limit]: Sizes) => ({
  image: mirroredImage(registries, `ghcr.io/fluxcd/${name}`),
  resources: { requests: { cpu, memory: requested }, limits: { memory: limit } },
});

/** Replicas on nodes of their own, as far as there are any: the chart knows no spread over zones. */
const copies = ({ replicas }: Instance, app: string): HelmValues => ({
  replicas,
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        "topology.kubernetes.io/zone",
        "kubernetes.io/hostname",
      ].map((topologyKey) => ({
        weight: 100,
        podAffinityTerm: { topologyKey, labelSelector: { matchLabels: { app } } },
      })),
    },
  },
});
