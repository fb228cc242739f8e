import type { OfCluster } from "./of-cluster";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problemsOfCallers } from "../../checking/callers";
import { LOG_RETENTION_DAYS } from "../../checking/log-retention";
import { oneOf, problem, show } from "../../checking/problem";
import { problemsOfReason } from "../../checking/reason";

/** Refuses a Kubernetes version that is no minor of EKS's. */
export function kubernetesVersionIsKnown({ cluster: { version } }: OfCluster): string[] {
  if (KUBERNETES_VERSIONS.includes(version)) {
    return [];
  }
  const path = ["version"];
  const newest = KUBERNETES_VERSIONS.at(-1)!;
  return /^\d+\.\d+$/.test(version)
    ? [
        problem(
          path,
          oneOf(KUBERNETES_VERSIONS),
          show(version),
          "a minor that EKS has begun to offer is added in src/settings/cluster/kubernetes-versions.ts",
        ),
      ]
    : [problem(path, `a minor version such as "${newest}"`, show(version), "EKS chooses the patch itself")];
}

/** Refuses a retention that CloudWatch does not accept. */
export const logRetentionIsAllowed = ({ cluster: { logRetentionDays } }: OfCluster): string[] =>
  LOG_RETENTION_DAYS.includes(logRetentionDays)
    ? []
    : [
        problem(
          ["logRetentionDays"],
          oneOf(LOG_RETENTION_DAYS.map(String)),
          show(logRetentionDays),
          "CloudWatch takes no other",
        ),
      ];

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;

/** Refuses a name that IAM does not take for the role of the control plane. */
export const controlPlaneRoleIsNamed = ({ cluster: { controlPlaneRole } }: OfCluster): string[] =>
  ROLE_NAME.test(controlPlaneRole)
    ? []
    : [
        problem(
          ["controlPlaneRole"],
          "the name of an IAM role, without its path and ARN",
          show(controlPlaneRole),
          "leave it out, or copy it: aws eks describe-cluster --name <cluster> --query cluster.roleArn",
        ),
      ];

/** Refuses callers of the public endpoint that are no addresses of the internet. */
export const callersOfTheApiArePublic = ({ cluster: { endpointAccess } }: OfCluster): string[] =>
  endpointAccess.public === false
    ? []
    : problemsOfCallers(endpointAccess.public, ["endpointAccess", "public"]);

/**
 * Most ranges that the public endpoint of a cluster takes. No request raises it.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/eks.html
 */
const MOST_PUBLIC_CIDRS = 40;

/** Refuses more ranges for the public endpoint than EKS takes. */
export const callersOfTheApiFit = ({ cluster: { endpointAccess } }: OfCluster): string[] => {
  const { public: callers } = endpointAccess;
  return callers === false || !("cidrs" in callers) || callers.cidrs.length <= MOST_PUBLIC_CIDRS
    ? []
    : [
        problem(
          ["endpointAccess", "public", "cidrs"],
          `${MOST_PUBLIC_CIDRS} ranges at most`,
          String(callers.cidrs.length),
          "join neighbours to larger ranges, or let callers come through one address",
        ),
      ];
};

/** Refuses to open nodes to engineers, their metadata to pods, or the network to new pods, without a reason. */
export const openingsAreExplained = ({ cluster }: OfCluster): string[] =>
  (["sessionManager", "instanceMetadata", "podsStartOpen"] as const).flatMap((name) => {
    const opened = cluster[name];
    return opened === false
      ? []
      : problemsOfReason(opened.reason, [name, "reason"], "say who or what needs it, or write false");
  });
