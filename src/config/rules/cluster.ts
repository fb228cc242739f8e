import type { EnvironmentConfig } from "../environment";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problemsOfCidr } from "./cidr";
import { oneOf, problem, show } from "./problem";

/** The Kubernetes version is a minor that EKS offers. */
export function kubernetesVersionIsKnown({ cluster: { version } }: EnvironmentConfig): string[] {
  if (KUBERNETES_VERSIONS.includes(version)) {
    return [];
  }
  const path = ["cluster", "version"];
  const newest = KUBERNETES_VERSIONS.at(-1)!;
  return /^\d+\.\d+$/.test(version)
    ? [
        problem(
          path,
          oneOf(KUBERNETES_VERSIONS),
          show(version),
          "a minor that EKS has begun to offer is added in src/config/kubernetes-versions.ts",
        ),
      ]
    : [problem(path, `a minor version such as "${newest}"`, show(version), "EKS chooses the patch itself")];
}

/**
 * Days that CloudWatch can keep logs for.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Logs are kept for a time that CloudWatch accepts. */
export const logRetentionIsAllowed = ({ cluster: { logRetentionDays } }: EnvironmentConfig): string[] =>
  LOG_RETENTION_DAYS.includes(logRetentionDays)
    ? []
    : [
        problem(
          ["cluster", "logRetentionDays"],
          oneOf(LOG_RETENTION_DAYS.map(String)),
          show(logRetentionDays),
          "CloudWatch takes no other",
        ),
      ];

/** Ranges that may reach the public endpoint are networks, and there only where there is such an endpoint. */
export function publicCidrsArePublic({ cluster: { endpointAccess } }: EnvironmentConfig): string[] {
  const { public: isPublic, publicCidrs } = endpointAccess;
  const path = ["cluster", "endpointAccess", "publicCidrs"];

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
