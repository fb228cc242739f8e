import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { blocksOf } from "../../terraform-json/blocks";
import type { KubernetesObject } from "../charts/objects";
import { trustsIn } from "../charts/trusts";
import { inventoryOfObjects } from "./from-objects";
import { EMPTY, type Inventory, joined, type Namespace, type PolicyGrant } from "./inventory";
import { labelledNamespace } from "./labelled-namespace";

/** Inventory of a stack's resources, without those of its releases. */
export const inventoryOfStack = (json: JsonMap): Inventory => {
  const objects = inventoryOfObjects(
    Object.entries(KINDS).flatMap(([type, kind]) =>
      Object.values(blocksOf(json, type)).map((block) => objectOf(kind, block)),
    ),
    "default",
  );
  const trusted = trustsIn(json).map(({ namespace, serviceAccount, role }) => ({
    namespace,
    name: serviceAccount,
    iamRole: role,
  }));
  return {
    ...joined([objects, { ...EMPTY, accounts: trusted }]),
    namespaces: Object.values(blocksOf(json, "kubernetes_namespace_v1")).map(namespaceOf),
    policies: policiesIn(json),
  };
};

const KINDS = {
  kubernetes_role_v1: "Role",
  kubernetes_cluster_role_v1: "ClusterRole",
  kubernetes_role_binding_v1: "RoleBinding",
  kubernetes_cluster_role_binding_v1: "ClusterRoleBinding",
} as const;

/** A resource of Terraform's, as the object that it makes. */
const objectOf = (kind: string, block: JsonMap): KubernetesObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind,
  metadata: asMap(asList(block.metadata)[0]),
  roleRef: asMap(asList(block.role_ref)[0]),
  subjects: asList(block.subject),
  rules: asList(block.rule)
    .filter(isMap)
    .map(({ verbs, api_groups, resources, resource_names }) => ({
      verbs: verbs ?? [],
      apiGroups: api_groups ?? [],
      resources: resources ?? [],
      ...(resource_names !== undefined && { resourceNames: resource_names }),
    })),
});

const namespaceOf = (block: JsonMap): Namespace => {
  const metadata = asMap(asList(block.metadata)[0]);
  return labelledNamespace(textOf(metadata.name), asMap(metadata.labels));
};

/** Access policies of each group, by the IAM roles that the group's entry and the policy are both for. */
function policiesIn(json: JsonMap): PolicyGrant[] {
  const associations = Object.values(blocksOf(json, "aws_eks_access_policy_association"));
  return Object.values(blocksOf(json, "aws_eks_access_entry")).flatMap((entry) =>
    asList(entry.kubernetes_groups).flatMap((group) =>
      associations
        .filter((one) => principalOf(one) === principalOf(entry))
        .map(({ policy_arn, access_scope }) => {
          const { type, namespaces } = asMap(asList(access_scope)[0]);
          return {
            group: textOf(group),
            policy: textOf(policy_arn).split("/").at(-1) ?? "",
            ...(type === "namespace" && { namespaces: asList(namespaces).map(textOf) }),
          };
        }),
    ),
  );
}

const principalOf = ({ for_each, principal_arn }: JsonMap): string =>
  `${textOf(for_each)} ${textOf(principal_arn)}`;
