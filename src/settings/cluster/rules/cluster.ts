import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problemsOfCidr } from "../../checking/cidr";
import { LOG_RETENTION_DAYS } from "../../checking/log-retention";
import { oneOf, problem, show } from "../../checking/problem";

/** Refuses a Kubernetes version that is no minor of EKS's. */
export function kubernetesVersionIsKnown({ cluster: { version } }: ClusterEnvironmentConfig): string[] {
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
export const logRetentionIsAllowed = ({
  cluster: { logRetentionDays },
}: ClusterEnvironmentConfig): string[] =>
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

/** Refuses ranges for the public endpoint that are no networks, or that have no such endpoint. */
export function publicCidrsArePublic({ cluster: { endpointAccess } }: ClusterEnvironmentConfig): string[] {
  const { public: isPublic, publicCidrs } = endpointAccess;
  const path = ["endpointAccess", "publicCidrs"];

  if (!isPublic && publicCidrs.length > 0) {
    return [
      problem(
        path,
        "none where public is false",
        publicCidrs.map(show).join(", "),
        "remove them, or set public to true",
      ),
    ];
  }
  return publicCidrs.flatMap((cidr, index) => problemsOfCidr([...path, index], cidr));
}
