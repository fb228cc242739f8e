import { PrometheusWorkspace } from "@cdktf/provider-aws/lib/prometheus-workspace";
import { PrometheusWorkspaceConfiguration } from "@cdktf/provider-aws/lib/prometheus-workspace-configuration";
import { Construct } from "constructs";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { EncryptionKey } from "./encryption-key";

export interface MetricsWorkspaceProps {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;

  /** Organisations whose number of series is bounded, so that none takes the room of others. */
  readonly organisations: readonly string[];

  /** Terraform refuses to destroy the samples and their key. */
  readonly protected: boolean;
}

/** Days that samples are kept, AWS's own number. */
const RETENTION_DAYS = 150;

/** Days that lines about failed rules and alerts are kept. */
const LOG_DAYS = 30;

/** Series of an organisation within two hours: a thousand clusters have about that many. */
const SERIES_OF_AN_ORGANISATION = 100_000;

/** Name of the log group of a workspace. AWS delivers to groups that begin so without another policy. */
export const workspaceLogGroupName = (clusterName: string): string =>
  `/aws/vendedlogs/prometheus/${clusterName}`;

/**
 * Workspace of Amazon Managed Service for Prometheus with the metrics of a fleet, encrypted with a key of its own.
 *
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html
 */
export class MetricsWorkspace extends Construct {
  readonly id: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: MetricsWorkspaceProps) {
    super(scope, id);
    const { clusterName, region, accountId } = props;

    const key = new EncryptionKey(this, "encryption", {
      accountId,
      description: `Metrics of the fleet of ${clusterName}`,
      protected: props.protected,
    });
    const logs = new EncryptedLogGroup(this, "logs", {
      name: workspaceLogGroupName(clusterName),
      contents: `Failed rules and alerts of the fleet of ${clusterName}`,
      region,
      accountId,
      retentionDays: LOG_DAYS,
      protected: props.protected,
    });
    const workspace = new PrometheusWorkspace(this, "workspace", {
      alias: clusterName,
      kmsKeyArn: key.arn,
      loggingConfiguration: { logGroupArn: `${logs.arn}:*` },
      lifecycle: { preventDestroy: props.protected },
    });
    new PrometheusWorkspaceConfiguration(this, "configuration", {
      workspaceId: workspace.id,
      retentionPeriodInDays: RETENTION_DAYS,
      limitsPerLabelSet: props.organisations.map((organisation) => ({
        labelSet: { organisation },
        limits: [{ maxSeries: SERIES_OF_AN_ORGANISATION }],
      })),
    });

    this.id = workspace.id;
    this.arn = workspace.arn;
    this.keyArn = key.arn;
  }
}
