import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { describe, expect, it } from "vitest";
import { oneWayAuthentication } from "../../src/constructs/one-way-authentication";
import { Terraform } from "../support/terraform";

const guarded = (mode: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP") =>
  Terraform.of(
    (scope) =>
      new EksCluster(scope, "cluster", {
        name: "govuk",
        roleArn: "arn:aws:iam::123456789012:role/cluster",
        vpcConfig: { subnetIds: [] },
        lifecycle: { precondition: oneWayAuthentication(scope, "govuk", mode) },
      }),
  );

describe("oneWayAuthentication", () => {
  it("asks nothing of a cluster that uses access entries", () => {
    expect(guarded("API").json.data).toBeUndefined();
  });

  it.each([
    ["CONFIG_MAP", '["API","API_AND_CONFIG_MAP"]'],
    ["API_AND_CONFIG_MAP", '["API"]'],
  ] as const)("refuses to take a cluster back to %s from %s", (mode, later) => {
    const [precondition] = guarded(mode).only(EksCluster).lifecycle.precondition;

    expect(precondition.condition).toBe(
      "${alltrue([for cluster in data.aws_eks_cluster.current : " +
        `!contains(${later}, cluster.access_config[0].authentication_mode)])}`,
    );
    expect(precondition.error_message).toBe(
      "cluster.authenticationMode: expected a mode no earlier than the one the cluster has, " +
        `got "${mode}"; EKS never goes back from access entries to aws-auth.`,
    );
  });

  it("reads the cluster only where there is one", () => {
    expect(guarded("CONFIG_MAP").json.data.aws_eks_cluster.current.count).toBe(
      '${contains(tolist(data.aws_eks_clusters.existing-clusters.names), "govuk") ? 1 : 0}',
    );
  });
});
