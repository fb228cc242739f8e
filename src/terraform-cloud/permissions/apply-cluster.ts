import type { Permission } from "../../constructs/iam-policy";
import { changeCompute } from "./compute";
import { changeAgents } from "./agents";
import { changeIdentityProvider } from "./identity-provider";
import { changeRelay } from "./relay";
import { changeCapabilities } from "./self-service";
import { inRegion, regional, type Territory } from "./territory";

/** Permissions to change the cluster, its nodes, its add-ons and its access entries. */
export function changeCluster(territory: Territory): Permission[] {
  const { clusterName: name } = territory;
  const arn = regional(territory);
  const parts = ["nodegroup", "addon", "access-entry", "podidentityassociation"];

  return [
    {
      actions: ["eks:CreateCluster"],
      anyResourceBecause: "the cluster has no ARN before it is made",
      conditions: inRegion(territory),
    },
    {
      actions: [
        "eks:AssociateAccessPolicy",
        "eks:AssociateEncryptionConfig",
        "eks:CreateAccessEntry",
        "eks:CreateAddon",
        "eks:CreateNodegroup",
        "eks:CreatePodIdentityAssociation",
        "eks:DeleteAccessEntry",
        "eks:DeleteAddon",
        "eks:DeleteCluster",
        "eks:DeleteNodegroup",
        "eks:DeletePodIdentityAssociation",
        "eks:DisassociateAccessPolicy",
        "eks:TagResource",
        "eks:UntagResource",
        "eks:UpdateAccessEntry",
        "eks:UpdateAddon",
        "eks:UpdateClusterConfig",
        "eks:UpdateClusterVersion",
        "eks:UpdateNodegroupConfig",
        "eks:UpdateNodegroupVersion",
        "eks:UpdatePodIdentityAssociation",
      ],
      resources: [arn("eks", `cluster/${name}`), ...parts.map((part) => arn("eks", `${part}/${name}/*`))],
    },
    ...changeCompute(territory),
    ...changeRelay(territory),
    ...changeAgents(territory),
    ...changeIdentityProvider(territory),
    ...changeCapabilities(territory),
  ];
}
