import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { alarmName } from "../names/alarm-names";

export interface ControlPlaneErrorsAlarmProps {
  readonly clusterName: string;
  readonly topicArn: string;
}

/** Share of requests, in per cent, that may fail. */
const TOLERATED_PERCENT = 1;

/**
 * Alarm that the Kubernetes API server fails more requests than it should.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cloudwatch.html
 */
export class ControlPlaneErrorsAlarm extends CloudwatchMetricAlarm {
  constructor(scope: Construct, id: string, { clusterName, topicArn }: ControlPlaneErrorsAlarmProps) {
    const requests = (queryId: string, metricName: string) => ({
      id: queryId,
      metric: {
        namespace: "AWS/EKS",
        metricName,
        dimensions: { ClusterName: clusterName },
        stat: "Sum",
        period: 300,
      },
    });

    super(scope, id, {
      alarmName: alarmName.controlPlaneErrors(clusterName),
      alarmDescription: `The API server of ${clusterName} fails more than ${TOLERATED_PERCENT} % of its requests`,
      metricQuery: [
        requests("errors", "apiserver_request_total_5XX"),
        requests("requests", "apiserver_request_total"),
        {
          id: "share",
          expression: "100 * errors / requests",
          label: "Requests that failed, in per cent",
          returnData: true,
        },
      ],
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      threshold: TOLERATED_PERCENT,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
