import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { alarmName } from "../../names/alarm-names";
import { type Watched, watches } from "./watches";

export interface AuditLogAlarmsProps extends Watched {
  readonly clusterName: string;

  /** Log group of the cluster's control plane. */
  readonly logGroupName: string;
  readonly topicArn: string;
}

/**
 * Alarms about events of the cluster's audit log, each counted by a metric filter.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
export class AuditLogAlarms extends Construct {
  constructor(scope: Construct, id: string, props: AuditLogAlarmsProps) {
    super(scope, id);
    const { clusterName, logGroupName, topicArn } = props;

    for (const { name, description, pattern } of watches(props)) {
      const metric = { namespace: `AuditLog/${clusterName}`, name };
      new CloudwatchLogMetricFilter(this, `${name}-events`, {
        name: `${clusterName}-${name}`,
        logGroupName,
        pattern,
        metricTransformation: { ...metric, value: "1" },
      });
      new CloudwatchMetricAlarm(this, name, {
        alarmName: alarmName.auditLog(clusterName, name),
        alarmDescription: `${description} in ${clusterName}: docs/runbooks/audit-log.md`,
        namespace: metric.namespace,
        metricName: metric.name,
        statistic: "Sum",
        period: 300,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
      });
    }
  }
}
