import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { describe, expect, it } from "vitest";
import { EksAddons } from "../../src/infrastructure/eks-addons";
import { Terraform } from "../support/terraform";

const addons = Terraform.of(
  (scope) =>
    new EksAddons(scope, "addons", {
      clusterName: "govuk",
      addons: {
        "vpc-cni": { version: "v1.22.2-eksbuild.1", configuration: { enableNetworkPolicy: "true" } },
        agent: {
          version: "v1.1.3-eksbuild.2",
          podIdentity: {
            serviceAccount: "agent",
            role: {
              arn: "arn:aws:iam::123456789012:role/agent",
              ready: [new SnsTopic(scope, "permissions", {})],
            },
          },
        },
      },
      after: [],
    }),
).named(EksAddon);

describe("EksAddons", () => {
  it("installs exactly the version it is given and settles conflicts for Terraform", () => {
    expect(addons["addons_vpc-cni"]).toMatchObject({
      addon_name: "vpc-cni",
      addon_version: "v1.22.2-eksbuild.1",
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "OVERWRITE",
    });
  });

  it("hands settings to the add-on as JSON", () => {
    expect(addons["addons_vpc-cni"]?.configuration_values).toBe('{"enableNetworkPolicy":"true"}');
    expect(addons.addons_agent?.configuration_values).toBeUndefined();
  });

  it("waits for what the role may do", () => {
    expect(addons.addons_agent?.depends_on).toEqual(["aws_sns_topic.permissions"]);
  });

  it("gives a role to one service account by Pod Identity", () => {
    expect(addons.addons_agent?.pod_identity_association).toEqual([
      { service_account: "agent", role_arn: "arn:aws:iam::123456789012:role/agent" },
    ]);
  });
});
