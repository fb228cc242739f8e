import type { Manifest } from "../../constructs/manifests";
import { account, binding, role } from "./rbac";

const READ = ["get", "list", "watch"];

/** Service accounts of the parts of an instance, as the chart names them. */
const PARTS = ["source-controller", "kustomize-controller", "helm-controller"] as const;

/** Service account that applies the platform's own objects, with every right. */
export const PLATFORM_DEPLOYER = "flux-platform";

/** Service account of each namespace of customers that applies what their repository holds, and its ClusterRole. */
export const DEPLOYER = "flux-deployer";

/** ClusterRole of the customers' instance in each namespace that it delivers to. */
const IN_NAMESPACE = "flux-customers-namespace";

/** ClusterRole of the customers' instance. */
const CUSTOMERS = "flux-customers";

/** Kinds that Flux acts on, by API group. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  "source.toolkit.fluxcd.io": ["gitrepositories", "helmcharts", "helmrepositories", "ocirepositories"],
  "kustomize.toolkit.fluxcd.io": ["kustomizations"],
  "helm.toolkit.fluxcd.io": ["helmreleases"],
};

/** Kinds that its parts list at their start, and that nothing here makes: a bucket is read with the controller's own identity. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  "source.toolkit.fluxcd.io": ["buckets", "externalartifacts"],
};

const ofKinds = (kinds: typeof OBJECTS, verbs: readonly string[], parts: readonly string[] = [""]) =>
  Object.entries(kinds).map(([apiGroup, resources]) => ({
    apiGroups: [apiGroup],
    resources: resources.flatMap((resource) => parts.map((part) => `${resource}${part}`)),
    verbs,
  }));

const readsFlux = [...ofKinds(OBJECTS, READ), ...ofKinds(SEEN, READ)];

const changesFlux = [
  ...ofKinds(OBJECTS, ["create", "update", "patch", "delete"]),
  ...ofKinds(OBJECTS, ["get", "update", "patch"], ["/status", "/finalizers"]),
];

const core = (resources: readonly string[], verbs: readonly string[]) => ({
  apiGroups: [""],
  resources,
  verbs,
});

/** Reading of Secrets and ConfigMaps by their names, as objects name them: credentials, values, keys. */
const references = core(["secrets", "configmaps"], ["get"]);
const events = core(["events"], ["create", "patch"]);

/** Leases by which one of the replicas works. */
const leases = {
  apiGroups: ["coordination.k8s.io"],
  resources: ["leases"],
  verbs: [...READ, "create", "update", "patch", "delete"],
};

/** Right of an API group, as a Role has it. */
export type Right = Readonly<Record<"apiGroups" | "resources" | "verbs", readonly string[]>>;

/**
 * Rights of both instances. None may change anything but Flux's own objects: they impersonate the service account that an
 * object names. The platform's may impersonate one, the customers' those of the namespaces that it is bound in.
 *
 * @param deploys - rights in a namespace of those who deploy to it
 */
export const rightsOf = (platform: string, customers: string, deploys: readonly Right[]): Manifest[] => [
  role("Role", PLATFORM_DEPLOYER, platform, [
    ...readsFlux,
    ...changesFlux,
    references,
    core(["serviceaccounts"], READ),
    { ...core(["serviceaccounts"], ["impersonate"]), resourceNames: [PLATFORM_DEPLOYER] },
    events,
    leases,
  ]),
  binding(
    "RoleBinding",
    PLATFORM_DEPLOYER,
    { kind: "Role", name: PLATFORM_DEPLOYER },
    parts(platform),
    platform,
  ),
  role("ClusterRole", CUSTOMERS, undefined, [...readsFlux, core(["serviceaccounts"], READ)]),
  binding("ClusterRoleBinding", CUSTOMERS, { kind: "ClusterRole", name: CUSTOMERS }, parts(customers)),
  role("Role", CUSTOMERS, customers, [leases, events]),
  binding("RoleBinding", CUSTOMERS, { kind: "Role", name: CUSTOMERS }, parts(customers), customers),
  role("ClusterRole", IN_NAMESPACE, undefined, [
    ...changesFlux,
    references,
    core(["serviceaccounts"], ["impersonate"]),
    events,
  ]),
  role("ClusterRole", DEPLOYER, undefined, [
    ...deploys,
    ...ofKinds(OBJECTS, [...READ, "create", "update", "patch", "delete"]),
  ]),
];

/** Account of the Job that asks the API for its version before an instance is installed. Everyone who signs in may ask. */
export const checkAccount = (release: string): string => `${release}-flux-check`;

/** Rights of those accounts, by the namespace of each: what they ask for. */
export const checksOf = (namespaces: Readonly<Record<string, string>>): Manifest[] => [
  role("ClusterRole", CHECK, undefined, [{ nonResourceURLs: ["/version"], verbs: ["get"] }]),
  binding(
    "ClusterRoleBinding",
    CHECK,
    { kind: "ClusterRole", name: CHECK },
    Object.entries(namespaces).map(([release, namespace]) => account(checkAccount(release), namespace)),
  ),
];

/** ClusterRole of the accounts that ask for the API's version. */
const CHECK = "flux-check";

/** Bindings in a namespace: of the customers' instance, and of the service account that it impersonates there. */
export const bindingsIn = (namespace: string, customers: string): Manifest[] => [
  binding(
    "RoleBinding",
    IN_NAMESPACE,
    { kind: "ClusterRole", name: IN_NAMESPACE },
    parts(customers),
    namespace,
  ),
  binding(
    "RoleBinding",
    DEPLOYER,
    { kind: "ClusterRole", name: DEPLOYER },
    [account(DEPLOYER, namespace)],
    namespace,
  ),
];

/** Binding of every right to the service account that applies the platform's own objects. */
export const everyRight = (namespace: string): Manifest =>
  binding("ClusterRoleBinding", PLATFORM_DEPLOYER, { kind: "ClusterRole", name: "cluster-admin" }, [
    account(PLATFORM_DEPLOYER, namespace),
  ]);

const parts = (namespace: string) => PARTS.map((name) => account(name, namespace));
