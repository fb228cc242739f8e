import { POLICIES } from "../../../../src/addons/gatekeeper/policies";
import type { Inventory } from "../inventory";
import { inCluster, isAbout, namespacesOf, type Permission } from "../permissions";
import type { Gain } from "../targets";

const CHANGE = ["create", "update", "patch"];
const RBAC = "rbac.authorization.k8s.io";
const ADMIN = { kind: "cluster-admin" } as const;

/** Every right, given outright. */
export const everything = (permissions: readonly Permission[]): Gain[] =>
  permissions
    .filter((permission) => isAbout(permission, { verbs: ["*"], group: "*", resource: "*" }))
    .map(({ namespace }): Gain =>
      namespace === undefined
        ? { target: ADMIN, how: "may do everything" }
        : { target: { kind: "everything", namespace }, how: `may do everything in ${namespace}` },
    );

/** Rights that a subject gives itself: by a binding to any role, or by a rule in its own. */
export const giveRights = (permissions: readonly Permission[], inventory: Inventory): Gain[] => [
  ...(mayGive(permissions, "clusterrolebindings", "clusterroles", undefined)
    ? [{ target: ADMIN, how: "gives itself rights in the whole cluster" }]
    : []),
  ...inventory.namespaces
    .filter(({ name }) => mayGive(permissions, "rolebindings", "roles", name))
    .map(({ name }): Gain => ({
      target: { kind: "everything", namespace: name },
      how: `gives itself rights in ${name}`,
    })),
];

/** True if permissions suffice to bind any role, or to put any rule into one, in a namespace or in the cluster. */
function mayGive(
  permissions: readonly Permission[],
  bindings: string,
  roles: string,
  namespace: string | undefined,
): boolean {
  const here = permissions.filter((one) => one.namespace === undefined || one.namespace === namespace);
  const may = (verbs: readonly string[], ...resources: readonly string[]) =>
    here.some((one) => resources.some((resource) => isAbout(one, { verbs, group: RBAC, resource })));
  const argoCd = here.some(
    (one) =>
      one.byArgoCd &&
      one.namespace === namespace &&
      isAbout(one, { verbs: CHANGE, group: RBAC, resource: bindings }),
  );
  return (
    argoCd ||
    (may(CHANGE, bindings) && may(["bind"], roles, "clusterroles")) ||
    (may(CHANGE, roles) && may(["escalate"], roles))
  );
}

/**
 * Limits of a namespace and rights in it, which are the platform's. Addresses behind a Service, load balancers and a
 * pod's security groups are among them: each leads around network policies.
 */
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  "": ["resourcequotas", "limitranges", "endpoints"],
  "admissionregistration.k8s.io": [
    "validatingwebhookconfigurations",
    "validatingadmissionpolicies",
    "validatingadmissionpolicybindings",
  ],
  "config.gatekeeper.sh": ["configs"],
  "constraints.gatekeeper.sh": Object.values(POLICIES).map(({ kind }) => kind.toLowerCase()),
  "discovery.k8s.io": ["endpointslices"],
  "elbv2.k8s.aws": ["targetgroupbindings", "ingressclassparams"],
  "kyverno.io": ["policyexceptions", "policies", "clusterpolicies"],
  "networking.k8s.aws": ["policyendpoints"],
  "networking.k8s.io": ["networkpolicies"],
  "policies.kyverno.io": ["policyexceptions", "imagevalidatingpolicies"],
  [RBAC]: ["roles", "rolebindings"],
  "templates.gatekeeper.sh": ["constrainttemplates"],
  "vpcresources.k8s.aws": ["securitygrouppolicies"],
};

/** Limits of namespaces that may be changed or removed. */
export const changeBounds = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  Object.entries(BOUNDS).flatMap(([group, resources]) =>
    resources.flatMap((resource) =>
      namespacesOf(permissions, { verbs: [...CHANGE, "delete"], group, resource }, inventory).map(
        ({ namespace }): Gain => ({
          target: { kind: "bounds", namespace },
          how: `makes, changes or deletes ${resource} in ${namespace}`,
        }),
      ),
    ),
  );

/** Labels of Namespaces, by which Pod Security and policies find them. A Role in a namespace is about itself too. */
export const changeLabels = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  namespacesOf(permissions, { verbs: CHANGE, group: "", resource: "namespaces" }, inventory)
    .filter(({ namespace, names }) => names?.includes(namespace) ?? true)
    .map(({ namespace }): Gain => ({
      target: { kind: "labels", namespace },
      how: `changes the labels of Namespace ${namespace}`,
    }));

/** Every pod of every node, by its kubelet, which takes a WebSocket's `get` for leave to run programs. */
export const callKubelets = (permissions: readonly Permission[]): Gain[] =>
  inCluster(permissions, { verbs: ["get", "create"], group: "", resource: "nodes/proxy" })
    ? [{ target: { kind: "nodes" }, how: "calls the kubelet of every node by nodes/proxy" }]
    : [];

/** Kinds that put a program in the way of objects: a webhook, a conversion, or a server of a whole API group. */
const INTERCEPTORS: readonly (readonly [group: string, resource: string])[] = [
  ["admissionregistration.k8s.io", "mutatingwebhookconfigurations"],
  ["admissionregistration.k8s.io", "validatingwebhookconfigurations"],
  ["admissionregistration.k8s.io", "mutatingadmissionpolicies"],
  ["apiextensions.k8s.io", "customresourcedefinitions"],
  ["apiregistration.k8s.io", "apiservices"],
];

/** Every object, on its way through a program of the subject's choice. */
export const interceptObjects = (permissions: readonly Permission[]): Gain[] =>
  INTERCEPTORS.filter(([group, resource]) => inCluster(permissions, { verbs: CHANGE, group, resource })).map(
    ([, resource]): Gain => ({ target: ADMIN, how: `sees or changes every object by ${resource}` }),
  );

/** Kinds that lead to nodes: a disk that is a folder of a node, and nodes whose first program they name. */
const OF_NODES: readonly (readonly [group: string, resource: string])[] = [
  ["", "persistentvolumes"],
  ["karpenter.k8s.aws", "ec2nodeclasses"],
];

/** Nodes, by objects that lay open their files or say what they start. */
export const shapeNodes = (permissions: readonly Permission[]): Gain[] =>
  OF_NODES.filter(([group, resource]) => inCluster(permissions, { verbs: CHANGE, group, resource })).map(
    ([, resource]): Gain => ({ target: { kind: "nodes" }, how: `makes or changes ${resource}` }),
  );

/** Any user's certificate. */
export const approveCertificates = (permissions: readonly Permission[]): Gain[] => {
  const may = (verbs: readonly string[], resource: string) =>
    inCluster(permissions, { verbs, group: "certificates.k8s.io", resource });
  return may(["update", "patch"], "certificatesigningrequests/approval") && may(["approve"], "signers")
    ? [{ target: ADMIN, how: "approves certificates for any user" }]
    : [];
};

/** Argo CD's rights, which are all, by the objects that tell it what to apply. */
export const instructArgoCd = (permissions: readonly Permission[], inventory: Inventory): Gain[] => {
  const homes = new Set(inventory.projects.map(({ namespace }) => namespace));
  return ["applications", "applicationsets", "appprojects"].flatMap((resource) =>
    namespacesOf(permissions, { verbs: CHANGE, group: "argoproj.io", resource }, inventory)
      .filter(({ namespace }) => homes.has(namespace))
      .map(({ namespace }): Gain => ({
        target: ADMIN,
        how: `has Argo CD apply anything by ${resource} in ${namespace}`,
      })),
  );
};
