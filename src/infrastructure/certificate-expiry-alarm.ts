import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { alarmName } from "../names/alarm-names";

export interface CertificateExpiryAlarmProps {
  readonly clusterName: string;
  readonly certificateArn: string;
  readonly topicArn: string;
}

/**
 * Days before expiry at which the alarm fires. ACM renews at least six weeks before, so renewing has failed
 * for a while.
 */
const DAYS = 30;

/**
 * Alarm that AWS has not renewed the cluster's certificate in time.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
 */
export class CertificateExpiryAlarm extends CloudwatchMetricAlarm {
  constructor(scope: Construct, id: string, props: CertificateExpiryAlarmProps) {
    const { clusterName, certificateArn, topicArn } = props;

    super(scope, id, {
      alarmName: alarmName.certificateExpiry(clusterName),
      alarmDescription: `The certificate of ${clusterName}'s load balancers expires within ${DAYS} days`,
      namespace: "AWS/CertificateManager",
      metricName: "DaysToExpiry",
      dimensions: { CertificateArn: certificateArn },
      statistic: "Minimum",
      // AWS publishes the metric twice a day.
      period: 86_400,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: DAYS,
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
