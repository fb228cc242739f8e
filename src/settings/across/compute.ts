import type { AddonName } from "../addons";
import { environmentLabel } from "../checking/label";
import { problem, show } from "../checking/problem";
import { isAutoModeAlone } from "../cluster/compute/compute";
import type { ClusterEnvironmentConfig, EnvironmentConfig, LinkedService } from "../environment/environment";
import { neighboursIn } from "./accounts";

/** Refuses two controllers that make nodes for the same pods, one that a cluster lacks, and a second driver of volumes. */
export function onlyOneControllerMakesNodes(config: ClusterEnvironmentConfig): string[] {
  const { compute } = config.cluster;
  const isOn = (name: AddonName) => config.addons[name] !== false;
  const kind = `compute.kind ${show(compute.kind)}`;
  const twice = (name: AddonName, why: string) =>
    isOn(name) ? [problem(["addons", name], `false with ${kind}`, "on", `leave it out: ${why}`)] : [];

  if (compute.kind === "karpenter") {
    return [
      ...twice("clusterAutoscaler", "both would make nodes for one pod, and each would remove the other's"),
      ...(["karpenter", "karpenterCrd"] as const)
        .filter((name) => !isOn(name))
        .map((name) =>
          problem(
            ["addons", name],
            `on with ${kind}`,
            "false",
            "leave it out, or choose another compute.kind",
          ),
        ),
    ];
  }
  const none = "nothing of Karpenter's is there for it to work with";
  return [
    ...(["karpenter", "karpenterCrd"] as const).flatMap((name) => twice(name, none)),
    ...(compute.kind === "auto"
      ? twice("clusterAutoscaler", "EKS makes nodes for the pods that wait, and both would")
      : []),
    ...(isAutoModeAlone(config.cluster)
      ? twice("ebsCsiDriver", "EKS attaches the volumes of its nodes itself")
      : []),
  ];
}

/** Refuses spot instances in an account whose role for them nothing has made: EC2 starts none then. */
export function spotHasItsRole({
  cluster: { compute },
  serviceLinkedRoles,
}: ClusterEnvironmentConfig): string[] {
  return compute.kind === "node-groups" || serviceLinkedRoles.spot !== undefined
    ? []
    : Object.entries(compute.nodePools)
        .filter(([, { capacityTypes }]) => capacityTypes.includes("spot"))
        .map(([name]) =>
          problem(
            ["compute", "nodePools", name, "capacityTypes"],
            "no spot without serviceLinkedRoles.spot of the environment",
            '"spot"',
            'write serviceLinkedRoles: { spot: "make" }, or "exists" if the account has the role',
          ),
        );
}

/** Refuses a role of one account that two environments make. */
export const serviceLinkedRolesAreMadeOnce = (environments: readonly EnvironmentConfig[]): string[] =>
  neighboursIn(environments)
    .filter((neighbours) => neighbours.every(({ cluster }) => cluster.main))
    .flatMap(([one, other]) =>
      (Object.keys(other.serviceLinkedRoles) as LinkedService[])
        .filter((service) =>
          [one, other].every(({ serviceLinkedRoles }) => serviceLinkedRoles[service] === "make"),
        )
        .map(
          (service) =>
            `${environmentLabel(other)} ${problem(
              ["serviceLinkedRoles", service],
              '"exists", since an account has each role once',
              `"make", as in ${environmentLabel(one)} in the same account`,
              'write "exists" in all environments of the account but one',
            )}`,
        ),
    );
