import type { Permission } from "../../constructs/iam-policy";
import { changeTrust } from "../permissions/lifecycles";
import { tenantRoles } from "./named";
import { regional, type TenantsPlace } from "./place";

/** Services that have a role of their own with the first resource that they need it for. */
const SERVICES_WITH_A_ROLE = [
  "delivery.logs.amazonaws.com",
  "elasticache.amazonaws.com",
  "opensearchservice.amazonaws.com",
  "rds.amazonaws.com",
];

/**
 * Permissions to make, change and remove roles of tenants, none without a boundary, and to give them to pods and workflows. A
 * workflow gets into a cluster as its own namespace's deployer alone.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
 */
export const changeTenantRoles = (place: TenantsPlace): Permission[] => {
  const { accountId, boundaries, clusters } = place;
  const roles = tenantRoles(place);
  const inCluster = (kind: string) => clusters.map((name) => regional(place)("eks", `${kind}/${name}/*`));
  const all = clusters.map((name) => regional(place)("eks", `cluster/${name}`));
  return [
    {
      actions: [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      resources: roles,
      conditions: {
        StringEquals: {
          "iam:PermissionsBoundary": boundaries.map((name) => `arn:aws:iam::${accountId}:policy/${name}`),
        },
      },
    },
    changeTrust(roles),
    {
      actions: ["iam:PassRole"],
      resources: roles,
      conditions: { StringEquals: { "iam:PassedToService": "pods.eks.amazonaws.com" } },
    },
    {
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [`arn:aws:iam::${accountId}:role/aws-service-role/*`],
      conditions: { StringEquals: { "iam:AWSServiceName": SERVICES_WITH_A_ROLE } },
    },
    {
      actions: ["eks:CreateAccessEntry"],
      resources: all,
      conditions: {
        ArnLike: { "eks:principalArn": `arn:aws:iam::${accountId}:role/tenant-*` },
        "ForAllValues:StringLike": { "eks:kubernetesGroups": ["tenant-deployers:*"] },
        Null: { "eks:kubernetesGroups": "false" },
        StringEquals: { "eks:accessEntryType": "STANDARD" },
      },
    },
    {
      actions: ["eks:DeleteAccessEntry", "eks:TagResource", "eks:UntagResource"],
      resources: clusters.map((name) =>
        regional(place)("eks", `access-entry/${name}/role/${accountId}/tenant-*`),
      ),
    },
    { actions: ["eks:CreatePodIdentityAssociation"], resources: all },
    {
      actions: [
        "eks:DeletePodIdentityAssociation",
        "eks:TagResource",
        "eks:UntagResource",
        "eks:UpdatePodIdentityAssociation",
      ],
      resources: inCluster("podidentityassociation"),
    },
  ];
};
