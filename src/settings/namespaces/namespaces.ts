import type { ApplicationNamespaces } from "./namespaces-schema";

/** Namespaces that an organisation has besides those of the platform. */
export interface OrganisationNamespaces {
  /** Namespaces that teams' applications live in, by name. */
  readonly namespaces: ApplicationNamespaces;

  /** Namespace of the workflows that deliver applications. */
  readonly deliveryNamespace?: string;
}

/** Domain that begins an organisation's labels. */
interface Labelled {
  readonly publicDomain: string;
}

/** Namespaces of add-ons, by purpose. */
export const PLATFORM_NAMESPACES = {
  services: "cluster-services",
  monitoring: "monitoring",

  // Gatekeeper exempts its own namespace from policies, so it shares it with no other add-on.
  policies: "gatekeeper-system",
} as const;

/**
 * Privileges that pods of a namespace may ask of their node.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** Namespace of the Flux that delivers for customers. Clusters that Argo CD delivers to have none. */
export const CUSTOMERS_NAMESPACE = "flux-customers";

/**
 * Namespace of the objects of the Argo CD that EKS runs. EKS makes it, and its Argo CD reads every Secret in it: nothing else is
 * there.
 */
export const EKS_ARGO_CD_NAMESPACE = "argocd";

/**
 * Namespace of the agent by which people come through Teleport. Its chart lets it read every Secret beside it: nothing else is
 * there. Other clusters have none.
 */
export const TELEPORT_NAMESPACE = "teleport";

/** Cluster by what its namespaces depend on. */
interface Delivered {
  readonly addons: { readonly flux: object | false; readonly teleportKubeAgent: object | false };
  readonly cluster: { readonly gitops: string };
}

/** Namespaces of add-ons that few clusters have. */
const ofRareAddons = ({ addons: { flux, teleportKubeAgent } }: Delivered): string[] => [
  ...(flux === false ? [] : [CUSTOMERS_NAMESPACE]),
  ...(teleportKubeAgent === false ? [] : [TELEPORT_NAMESPACE]),
];

/** Names of the namespaces of add-ons on a cluster. */
export const platformNamespacesOn = (cluster: Delivered): string[] => [
  ...Object.values(PLATFORM_NAMESPACES),
  ...ofRareAddons(cluster),
];

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
export const verifiedImages = ({ publicDomain }: Labelled): Readonly<Record<string, string>> => ({
  [`${publicDomain}/verify-images`]: "true",
});

/**
 * Label of the namespaces of applications and of no others, by which network policies select them: a list of names
 * would grow, and change every policy, with each namespace.
 */
export const ofApplications = ({ publicDomain }: Labelled): Readonly<Record<string, string>> => ({
  [`${publicDomain}/namespace`]: "applications",
});

/** Label of a product's namespace, and the annotation that lists its hosts. Policies judge by both. */
export const productKeys = ({ publicDomain }: Labelled) => ({
  product: `${publicDomain}/product`,
  hosts: `${publicDomain}/hosts`,
});

/** Label of namespaces that Argo CD deploys to. */
const OF_ARGO_CD = { "argocd.argoproj.io/managed-by": PLATFORM_NAMESPACES.services };

/** Namespace of applications. */
const product = (
  ofEngine: NamespaceConfig["labels"],
  labels: NamespaceConfig["labels"],
): NamespaceConfig => ({
  labels: {
    ...MANAGED_BY_TERRAFORM,
    ...ofEngine,
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

/** Namespaces of the platform itself. */
const OF_THE_PLATFORM: Readonly<Record<string, NamespaceConfig>> = {
  // Controllers and their dashboards, none of which touches the node it runs on.
  [PLATFORM_NAMESPACES.services]: platform("restricted", "restricted"),

  // node-exporter uses the node's network, process ids and files, which only "privileged" allows.
  [PLATFORM_NAMESPACES.monitoring]: platform("privileged", "baseline"),

  [PLATFORM_NAMESPACES.policies]: platform("restricted", "restricted"),
};

/** Names of the namespaces that teams' applications live in. All others are the platform's own. */
export const applicationNamespaces = ({ namespaces }: Pick<OrganisationNamespaces, "namespaces">): string[] =>
  Object.keys(namespaces);

/** Names of the namespaces that the platform makes on every cluster. Releases never create one. */
export const namespaceNames = (organisation: OrganisationNamespaces): string[] => [
  ...applicationNamespaces(organisation),
  ...(organisation.deliveryNamespace === undefined ? [] : [organisation.deliveryNamespace]),
  ...Object.values(PLATFORM_NAMESPACES),
];

/** Names of all namespaces that the platform makes on a cluster. */
export const namespaceNamesOn = (
  cluster: Delivered & { readonly organisation: OrganisationNamespaces },
): string[] => [...namespaceNames(cluster.organisation), ...ofRareAddons(cluster)];

/** Namespace of the workflows that deliver applications. Rules refuse those workflows where it is absent. */
export function deliveryNamespaceOf({
  deliveryNamespace,
}: Pick<OrganisationNamespaces, "deliveryNamespace">): string {
  if (deliveryNamespace === undefined) {
    throw new Error(
      "organisation.deliveryNamespace: expected a namespace, got nothing; a rule should have refused this",
    );
  }
  return deliveryNamespace;
}

/** Namespaces of a cluster, with the labels that its organisation's policies look for. */
export const namespacesOf = ({
  organisation,
  ...cluster
}: Delivered & { readonly organisation: OrganisationNamespaces & Labelled }): Readonly<
  Record<string, NamespaceConfig>
> => ({
  ...Object.fromEntries(
    Object.entries(organisation.namespaces).map(([name, { podReadinessGate = true }]) => [
      name,
      product(cluster.cluster.gitops === "argo-cd" ? OF_ARGO_CD : {}, {
        ...(podReadinessGate ? POD_READINESS_GATE : {}),
        ...ofApplications(organisation),
        ...verifiedImages(organisation),
      }),
    ]),
  ),
  // Its pods hold a token that may push to the charts' repository, so no tenant shares it.
  ...(organisation.deliveryNamespace === undefined
    ? {}
    : { [organisation.deliveryNamespace]: platform("restricted", "restricted") }),
  ...OF_THE_PLATFORM,
  ...Object.fromEntries(ofRareAddons(cluster).map((name) => [name, platform("restricted", "restricted")])),
});
