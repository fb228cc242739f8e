import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { KUBERNETES_VERSIONS } from "../kubernetes-versions";
import { problemsOfCallers } from "../../checking/callers";
import { LOG_RETENTION_DAYS } from "../../checking/log-retention";
import { oneOf, problem, show } from "../../checking/problem";
import { problemsOfReason } from "../../checking/reason";

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

/** Refuses callers of the public endpoint that are no addresses of the internet. */
export const callersOfTheApiArePublic = ({
  cluster: { endpointAccess },
}: ClusterEnvironmentConfig): string[] =>
  endpointAccess.public === false
    ? []
    : problemsOfCallers(endpointAccess.public, ["endpointAccess", "public"]);

/** Refuses pages for administrators that do not say who may visit them. */
export function pagesHaveVisitors({ addons, cluster }: ClusterEnvironmentConfig): string[] {
  const path = ["administratorPages"];
  const pages = (["dex", "argoCd", "argoWorkflows", "grafana", "oauth2Proxy"] as const).filter(
    (name) => addons[name] !== false,
  );
  if (cluster.administratorPages !== undefined) {
    return problemsOfCallers(cluster.administratorPages, path);
  }
  return pages.length === 0
    ? []
    : [
        problem(
          path,
          `the visitors of the pages of ${pages.join(", ")}`,
          "none",
          'write { cidrs: ["203.0.113.0/24"] } with your own addresses, here or in organisation.callers, or ' +
            '{ everyAddress: { reason: "…" } }',
        ),
      ];
}

/**
 * Terraform reaches the Kubernetes API. HCP Terraform's own machines are on the internet.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings#execution-mode
 */
export const terraformReachesTheApi = ({
  backend,
  cluster: { endpointAccess },
}: ClusterEnvironmentConfig): string[] =>
  endpointAccess.public !== false ||
  backend.type !== "cloud" ||
  (backend.hostname !== undefined && backend.hostname !== HCP_TERRAFORM)
    ? []
    : [
        problem(
          ["endpointAccess", "public"],
          `callers, since ${HCP_TERRAFORM} applies from the internet`,
          "false",
          "list in cidrs who may call, or write everyAddress with the reason; or set backend to s3 and apply from " +
            "inside the VPC; or set backend.hostname to a Terraform Enterprise inside it",
        ),
      ];

const HCP_TERRAFORM = "app.terraform.io";

/** Refuses to open nodes to engineers, or their metadata to pods, without a reason. */
export const openingsAreExplained = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  (["sessionManager", "instanceMetadata"] as const).flatMap((name) => {
    const opened = cluster[name];
    return opened === false
      ? []
      : problemsOfReason(opened.reason, [name, "reason"], "say who or what needs it, or write false");
  });
