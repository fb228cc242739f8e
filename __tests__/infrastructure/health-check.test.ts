import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { describe, expect, it } from "vitest";
import { HealthCheck } from "../../src/infrastructure/health-check";
import { stateOf } from "../support/alarm-state";
import { Terraform } from "../support/terraform";

const asking = (shouldContain?: string) =>
  Terraform.of(
    (scope) =>
      new HealthCheck(scope, "site", {
        clusterName: "govuk",
        name: "site",
        host: "www.gov.uk",
        path: "/healthz",
        shouldContain,
        topicArn: "arn:page",
      }),
  );

describe("HealthCheck", () => {
  const terraform = asking();
  const alarm = terraform.only(CloudwatchMetricAlarm);

  it("asks the host for the path, over HTTPS and by name, every half minute", () => {
    expect(terraform.only(Route53HealthCheck)).toMatchObject({
      type: "HTTPS",
      fqdn: "www.gov.uk",
      port: 443,
      resource_path: "/healthz",
      enable_sni: true,
      request_interval: 30,
      failure_threshold: 3,
    });
  });

  it("looks for a text only where there is one to look for", () => {
    expect(terraform.only(Route53HealthCheck)).not.toHaveProperty("search_string");
    expect(asking("GOV.UK").only(Route53HealthCheck)).toMatchObject({
      type: "HTTPS_STR_MATCH",
      search_string: "GOV.UK",
    });
  });

  it("tells people after two minutes without an answer, and when there is one again", () => {
    expect(alarm).toMatchObject({
      alarm_name: "govuk-site-unreachable",
      period: 60,
      alarm_actions: ["arn:page"],
      ok_actions: ["arn:page"],
    });
    expect(stateOf(alarm, [1, 0])).toBe("OK");
    expect(stateOf(alarm, [0, 0])).toBe("ALARM");
    expect(stateOf(alarm, [1, 1])).toBe("OK");
  });

  it("tells people where the check itself is silent", () => {
    expect(stateOf(alarm, [undefined, undefined])).toBe("ALARM");
  });
});
