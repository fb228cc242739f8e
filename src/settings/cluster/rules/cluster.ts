import type { OfCluster } from "./of-cluster";
import { contains, parseCidr } from "../../checking/cidr-block";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problemsOfCidr } from "../../checking/cidr";
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

/** Refuses ranges for the public endpoint that are no networks, or that have no such endpoint. */
export function publicCidrsArePublic({ cluster: { endpointAccess } }: OfCluster): string[] {
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
  return publicCidrs.flatMap((cidr, index) => {
    const at = [...path, index];
    const problems = problemsOfCidr(at, cidr);
    const block = parseCidr(cidr);
    return problems.length === 0 && block && NOT_PUBLIC.some((range) => contains(parseCidr(range)!, block))
      ? [
          problem(
            at,
            "addresses of the internet",
            show(cidr),
            "callers inside the VPC use the private endpoint, which is always there; remove it",
          ),
        ]
      : problems;
  });
}

/**
 * Most ranges that the public endpoint of a cluster takes. No request raises it.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/eks.html
 */
export const MOST_PUBLIC_CIDRS = 40;

/** Refuses more ranges for the public endpoint than EKS takes. */
export const publicCidrsFit = ({ cluster: { endpointAccess } }: OfCluster): string[] =>
  endpointAccess.publicCidrs.length <= MOST_PUBLIC_CIDRS
    ? []
    : [
        problem(
          ["endpointAccess", "publicCidrs"],
          `${MOST_PUBLIC_CIDRS} ranges at most`,
          String(endpointAccess.publicCidrs.length),
          "join neighbours to larger ranges, or let callers come through one address",
        ),
      ];

/**
 * Ranges that no caller from the internet has, which EKS refuses.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html
 */
const NOT_PUBLIC = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/4",
];

/** Refuses to open nodes to engineers, or their metadata to pods, without a reason. */
export const openingsAreExplained = ({ cluster }: OfCluster): string[] =>
  (["sessionManager", "instanceMetadata"] as const).flatMap((name) => {
    const opened = cluster[name];
    return opened === false
      ? []
      : problemsOfReason(opened.reason, [name, "reason"], "say who or what needs it, or write false");
  });
