import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import { describe, expect, it } from "vitest";
import { platform } from "../support/platform";
import { stacksWith } from "../support/stacks";
import { type Block, valuesOf } from "../support/terraform";

const withLogs = (fluentBit: object | false) => stacksWith({ addons: { fluentBit } as never });

const releasesOf = (fluentBit: object | false): Record<string, Block> =>
  withLogs(fluentBit)["cluster-services-production"]!.json.resource.helm_release as Record<string, Block>;

describe("logs of the control plane", () => {
  it("are in CloudWatch, all five kinds, in a group that the cluster does not make", () => {
    const stack = withLogs({})["cluster-infrastructure-production"]!;

    expect(stack.only(EksCluster).enabled_cluster_log_types).toHaveLength(5);
    expect(stack.all(CloudwatchLogGroup).map(({ name }) => name as string)).toContain(
      "/aws/eks/govuk/cluster",
    );
    expect(stack.all(KinesisFirehoseDeliveryStream)).toEqual([]);
  });

  it("are sent on from there to where the environment says", () => {
    const controlPlane = { url: "https://logs.example/firehose", secret: "govuk/logs" };
    const stack = withLogs({ controlPlane })["cluster-infrastructure-production"]!;
    const [group] = Object.entries(stack.named(CloudwatchLogGroup)).find(
      ([, { name }]) => name === "/aws/eks/govuk/cluster",
    )!;

    expect(stack.only(CloudwatchLogSubscriptionFilter).log_group_name).toBe(
      `\${aws_cloudwatch_log_group.${group}.name}`,
    );
    expect(stack.only(KinesisFirehoseDeliveryStream).http_endpoint_configuration.url).toBe(controlPlane.url);
  });
});

describe("logs of containers", () => {
  it("go to Logit, whose address is copied before it is read", () => {
    const { "fluent-bit_release": release, "fluent-bit_events": events } = releasesOf({});

    expect(valuesOf(release!).config.outputs).toContain("LOGSTASH_HOST");
    expect(release!.depends_on).toContain("helm_release.external-secrets_secrets");
    expect(events!.depends_on).toContain("helm_release.external-secrets_secrets");
  });

  it("go to a group of CloudWatch where the environment says so, for the days it says", () => {
    const stack = withLogs({ destination: { type: "cloudwatch", retentionDays: 30 } })[
      "cluster-services-production"
    ]!;
    const group = stack.only(CloudwatchLogGroup);
    const release = stack.json.resource.helm_release["fluent-bit_release"] as Block;

    expect(group).toMatchObject({ name: "/aws/eks/govuk/containers", retention_in_days: 30 });
    expect(valuesOf(release).config.outputs).toContain("log_group_name");
  });

  it("go nowhere where nothing ships them", () => {
    const releases = Object.keys(releasesOf(false));

    expect(releases.filter((id) => id.startsWith("fluent-bit"))).toEqual([]);
  });
});

describe("requests to buckets", () => {
  const targets = (id: string) =>
    Object.values((platform[id]!.json.module ?? {}) as Record<string, { access_log_bucket?: string }>).map(
      ({ access_log_bucket: target }) => target,
    );

  it.each(["cluster-infrastructure", "cluster-services"])(
    "to those of %s are logged where the environment says",
    (stack) => {
      expect(targets(`${stack}-production`).length).toBeGreaterThan(0);
      expect(new Set(targets(`${stack}-production`))).toEqual(new Set(["govuk-production-aws-logging"]));
    },
  );

  it("are logged nowhere unless the environment says so", () => {
    const stacks = Object.values(stacksWith({ addons: {} }));

    expect(JSON.stringify(stacks.map(({ json }) => json))).not.toContain("access_log_bucket");
  });
});
