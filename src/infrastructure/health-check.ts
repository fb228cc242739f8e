import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { Construct } from "constructs";

export interface HealthCheckProps {
  /** Beginning of the alarm's name. */
  readonly clusterName: string;
  readonly name: string;
  readonly host: string;

  /** What is asked for, such as `/healthz`. */
  readonly path: string;

  /** Text that the answer contains within its first 5,120 bytes. */
  readonly shouldContain: string | undefined;

  /** A topic in {@link HEALTH_CHECK_REGION}. */
  readonly topicArn: string;
}

/** Route 53 is global, but reports what its checks find only here. */
export const HEALTH_CHECK_REGION = "us-east-1";

/**
 * Has Route 53 ask a host from several continents whether it answers, and tells people when it does not.
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
      alarmName: `${clusterName}-${name}-unreachable`,
      alarmDescription: `https://${host}${path} does not answer as it should`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: check.id },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 2,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      // A check that reports nothing is no good sign.
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
