import type { HelmValues } from "../../constructs/helm-values";
import type { Permission } from "../../constructs/iam-policy";
import { ASSUME } from "../../constructs/role-trust";

/** Metrics that a cluster of a fleet sends away, and where to. */
export interface FleetMember {
  /** Labels of every sample and alert, by which the fleet knows the cluster. */
  readonly labels: { readonly cluster: string; readonly organisation: string };

  /** Workspace of Amazon Managed Service for Prometheus; `undefined` until its hub has one. */
  readonly workspace: FleetWorkspace | undefined;
}

/** Workspace that Prometheus writes to: in the account of the cluster itself, or by a role in that of its hub. */
export type FleetWorkspace = { readonly id: string; readonly region: string } & (
  { readonly arn: string } | { readonly writerRoleArn: string }
);

/**
 * Series that leave a cluster, by name and state: records of the group `fleet`, and alerts that fire. AWS bills each sample,
 * and an average cluster has a thousand times as many.
 */
export const SENT_SERIES = "fleet:.+;.*|ALERTS;firing";

/** Permissions of Prometheus' role in a cluster of a fleet. */
export const fleetPermissions = ({ workspace }: FleetMember): readonly Permission[] =>
  workspace === undefined
    ? []
    : "arn" in workspace
      ? [{ actions: ["aps:RemoteWrite"], resources: [workspace.arn] }]
      : [{ actions: ASSUME, resources: [workspace.writerRoleArn] }];

/**
 * Values of Prometheus in a cluster of a fleet. The workspace takes one replica at a time, since
 * each names itself by a label that it knows.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/Send-high-availability-data-operator.html
 */
export const fleetSpec = ({ labels, workspace }: FleetMember): HelmValues => ({
  externalLabels: { ...labels },
  replicaExternalLabelName: "__replica__",
  additionalRemoteWrite:
    workspace === undefined
      ? []
      : [
          {
            name: "fleet",
            url: `https://aps-workspaces.${workspace.region}.amazonaws.com/workspaces/${workspace.id}/api/v1/remote_write`,
            sigv4: {
              region: workspace.region,
              ...("writerRoleArn" in workspace && { roleArn: workspace.writerRoleArn }),
            },
            writeRelabelConfigs: [
              { sourceLabels: ["__name__", "alertstate"], regex: SENT_SERIES, action: "keep" },
              // A rule of a product may give its alert these labels, with the name of another cluster.
              ...Object.entries(labels).map(([targetLabel, replacement]) => ({
                targetLabel,
                replacement,
                action: "replace",
              })),
            ],
          },
        ],
});
