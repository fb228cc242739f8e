import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { describe, expect, it } from "vitest";
import { BlockedRanges } from "../../src/infrastructure/blocked-ranges";
import { type Block, Terraform } from "../support/terraform";

const aclOf = (ipv6: boolean) =>
  Terraform.of((scope) => {
    new BlockedRanges(scope, "blocked", {
      clusterName: "freight",
      vpcId: "vpc-1",
      subnetIds: ["subnet-a", "subnet-b"],
      ranges: ["198.51.100.0/24", "203.0.113.0/24"],
      ipv6,
    });
  }).only(NetworkAcl);

const acl = aclOf(false);

const rules = (direction: "ingress" | "egress") =>
  acl[direction].map((rule: Block) => [rule.rule_no, rule.action, rule.cidr_block, rule.protocol]);

describe("BlockedRanges", () => {
  it.each(["ingress", "egress"] as const)(
    "lets all of IPv6 through where subnets have it: %s",
    (direction) => {
      expect(aclOf(true)[direction]).toContainEqual(
        expect.objectContaining({
          action: "allow",
          ipv6_cidr_block: "::/0",
          protocol: "-1",
          rule_no: 32_765,
        }),
      );
      expect(JSON.stringify(acl)).not.toContain("::/0");
    },
  );

  it("refuses packets of each range before it lets all others through, in both directions", () => {
    const expected = [
      [100, "deny", "198.51.100.0/24", "-1"],
      [101, "deny", "203.0.113.0/24", "-1"],
      [32_766, "allow", "0.0.0.0/0", "-1"],
    ];

    expect(rules("ingress")).toEqual(expected);
    expect(rules("egress")).toEqual(expected);
  });

  it("is for all subnets that it is given", () => {
    expect(acl.subnet_ids).toEqual(["subnet-a", "subnet-b"]);
  });
});
