import type { Organisation } from "../organisation/organisation";

/** Namespaces of add-ons, by purpose. */
export const PLATFORM_NAMESPACES = {
  services: "cluster-services",
  monitoring: "monitoring",

  // Gatekeeper exempts its own namespace from policies, so it shares it with no other add-on.
  policies: "gatekeeper-system",
} as const;

/** Namespace of the workflows that deliver applications of every namespace. */
export const DELIVERY_NAMESPACE = "apps";

/**
 * Pod Security level: rights on their node that pods of a namespace may ask for.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** Labels and annotations of a namespace. */
export interface NamespaceConfig {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Labels that refuse pods beyond `enforce`, and admit but report pods beyond `report`. */
const podSecurity = (enforce: PodSecurityLevel, report: PodSecurityLevel) => ({
  "pod-security.kubernetes.io/enforce": enforce,
  "pod-security.kubernetes.io/audit": report,
  "pod-security.kubernetes.io/warn": report,
});

const MANAGED_BY_TERRAFORM = { "app.kubernetes.io/managed-by": "Terraform" };

/** Label of namespaces in which images of the organisation's registry must be signed. */
export const verifiedImages = ({ publicDomain }: Organisation): Readonly<Record<string, string>> => ({
  [`${publicDomain}/verify-images`]: "true",
});

/** Namespace into which Argo CD deploys a product's applications. */
const product = (labels: NamespaceConfig["labels"] = {}): NamespaceConfig => ({
  labels: {
    ...MANAGED_BY_TERRAFORM,
    "argocd.argoproj.io/managed-by": PLATFORM_NAMESPACES.services,
    ...podSecurity("restricted", "restricted"),
    ...labels,
  },
  annotations: { "argocd.argoproj.io/sync-options": "ServerSideApply=true" },
});

const platform = (enforce: PodSecurityLevel, report: PodSecurityLevel): NamespaceConfig => ({
  labels: { ...MANAGED_BY_TERRAFORM, ...podSecurity(enforce, report) },
  annotations: {},
});

/**
 * Label that keeps a new pod from being Ready until its load balancer sends it traffic.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
 */
const POD_READINESS_GATE = { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" };

/** Every namespace of the platform. Releases never create one. */
export const NAMESPACES = {
  apps: product(POD_READINESS_GATE),
  licensify: product(POD_READINESS_GATE),
  datagovuk: product(),

  // Controllers and their dashboards, none of which needs its node. Some upstream charts miss settings that
  // "restricted" demands, so it is only reported.
  [PLATFORM_NAMESPACES.services]: platform("baseline", "restricted"),

  // node-exporter uses the node's network, process ids and files, which only "privileged" allows.
  [PLATFORM_NAMESPACES.monitoring]: platform("privileged", "baseline"),

  [PLATFORM_NAMESPACES.policies]: platform("restricted", "restricted"),
} as const satisfies Record<string, NamespaceConfig>;

/** A namespace of the platform. */
export type NamespaceName = keyof typeof NAMESPACES;

/** Namespaces of teams' applications. All others are the platform's own. */
export const PRODUCT_NAMESPACES = [
  "apps",
  "licensify",
  "datagovuk",
] as const satisfies readonly NamespaceName[];

/** A namespace of applications. */
export type ProductNamespace = (typeof PRODUCT_NAMESPACES)[number];

/** Namespaces with the labels that an organisation's policies look for. */
export const namespacesOf = (organisation: Organisation): Readonly<Record<string, NamespaceConfig>> =>
  Object.fromEntries(
    Object.entries<NamespaceConfig>(NAMESPACES).map(([name, { labels, annotations }]) => [
      name,
      isProduct(name)
        ? { labels: { ...labels, ...verifiedImages(organisation) }, annotations }
        : { labels, annotations },
    ]),
  );

const isProduct = (name: string): boolean => (PRODUCT_NAMESPACES as readonly string[]).includes(name);
