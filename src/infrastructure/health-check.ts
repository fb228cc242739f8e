import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { Construct } from "constructs";
import { alarmName } from "../names/alarm-names";

export interface HealthCheckProps {
  /** Beginning of the alarm's name. */
  readonly clusterName: string;
  readonly name: string;
  readonly host: string;

  /** Path of the request, such as `/healthz`. */
  readonly path: string;

  /** Text that the answer contains within its first 5,120 bytes. */
  readonly shouldContain: string | undefined;

  /** ARN of a topic in {@link HEALTH_CHECK_REGION}. */
  readonly topicArn: string;
}

/** Only region in which Route 53, a global service, publishes the results of its checks. */
export const HEALTH_CHECK_REGION = "us-east-1";

/**
 * Has Route 53 request a page of a host from several continents, with an alarm for when it fails.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html
 */
export class HealthCheck extends Construct {
  constructor(scope: Construct, id: string, props: HealthCheckProps) {
    super(scope, id);
    const { clusterName, name, host, path, shouldContain, topicArn } = props;

    const check = new Route53HealthCheck(this, "check", {
      type: shouldContain === undefined ? "HTTPS" : "HTTPS_STR_MATCH",
      fqdn: host,
      port: 443,
      resourcePath: path,
      searchString: shouldContain,
      enableSni: true,
      requestInterval: 30,
      failureThreshold: 3,
      measureLatency: true,
      tags: { Name: name },
    });

    new CloudwatchMetricAlarm(this, "alarm", {
      region: HEALTH_CHECK_REGION,
      alarmName: alarmName.unreachable(clusterName, name),
      alarmDescription: `https://${host}${path} does not answer as it should`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: check.id },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 2,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      // Missing data counts as a failure.
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
