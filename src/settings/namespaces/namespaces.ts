import type { Organisation } from "../organisation/organisation";

/** The namespaces that add-ons live in, by what they are for. */
export const PLATFORM_NAMESPACES = {
  services: "cluster-services",
  monitoring: "monitoring",

  // Gatekeeper judges nothing in its own, so it shares none.
  policies: "gatekeeper-system",
} as const;

/** Where workflows run that deliver applications, whichever namespace these are in. */
export const DELIVERY_NAMESPACE = "apps";

/**
 * What pods of a namespace may ask of their node.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** What a namespace says about itself. */
export interface NamespaceConfig {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Refuses pods beyond `enforce`; reports, and lets in, those beyond `report`. */
const podSecurity = (enforce: PodSecurityLevel, report: PodSecurityLevel) => ({
  "pod-security.kubernetes.io/enforce": enforce,
  "pod-security.kubernetes.io/audit": report,
  "pod-security.kubernetes.io/warn": report,
});

const MANAGED_BY_TERRAFORM = { "app.kubernetes.io/managed-by": "Terraform" };

/** Label of the namespaces in which images of the organisation's registry must be signed. */
export const verifiedImages = ({ publicDomain }: Organisation): Readonly<Record<string, string>> => ({
  [`${publicDomain}/verify-images`]: "true",
});

/** Where Argo CD deploys a product's applications. */
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
 * Holds a new pod back from being Ready until its load balancer sends it traffic.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
 */
const POD_READINESS_GATE = { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" };

/** Every namespace of the platform; releases never create one. */
export const NAMESPACES = {
  apps: product(POD_READINESS_GATE),
  licensify: product(POD_READINESS_GATE),
  datagovuk: product(),

  // Controllers and their dashboards, none of which touches the node it runs on. Not every upstream chart sets
  // all that "restricted" asks for, so what misses it is only reported.
  [PLATFORM_NAMESPACES.services]: platform("baseline", "restricted"),

  // node-exporter uses the node's network, process ids and files, which only "privileged" lets it.
  [PLATFORM_NAMESPACES.monitoring]: platform("privileged", "baseline"),

  [PLATFORM_NAMESPACES.policies]: platform("restricted", "restricted"),
} as const satisfies Record<string, NamespaceConfig>;

/** A namespace of the platform. */
export type NamespaceName = keyof typeof NAMESPACES;

/** The namespaces that teams' applications live in; all others are the platform's own. */
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
