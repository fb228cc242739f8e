import { expect, it } from "vitest";
import { namesOf, leftOutOf, typeOf } from "../../../checks/emulate/left-out";
import type { Gaps } from "../../../checks/emulate/gaps";

const GAPS: Gaps = {
  types: {
    aws_eks_addon: { reason: "There are none." },
    "data.aws_rds_engine_version": { reason: "They are not listed.", standIn: { version: "16.8" } },
  },
  attributes: [{ type: "aws_eks_cluster", attribute: "vpc_config[0].group", reason: "There is no group." }],
  forgotten: {},
};

it("is what has a type that the emulator lacks", () => {
  const stack = {
    data: { aws_rds_engine_version: { newest: {} }, aws_eks_addon: { kept: {} } },
    resource: { aws_eks_addon: { coredns: {} }, aws_rds_engine_version: { kept: {} } },
  };

  expect(leftOutOf(stack, GAPS)).toEqual([
    { address: "aws_eks_addon.coredns", gap: "aws_eks_addon", reason: "There are none." },
    {
      address: "data.aws_rds_engine_version.newest",
      gap: "data.aws_rds_engine_version",
      reason: "They are not listed.",
    },
  ]);
});

it("is what reads an attribute that the emulator lacks", () => {
  const aws_security_group_rule = {
    gone: { group: "${aws_eks_cluster.one.vpc_config[0].group}" },
    gone_too: { groups: ["${join(aws_eks_cluster.one.id, aws_eks_cluster.two.vpc_config[0].group)}"] },
    another_attribute: { group: "${aws_eks_cluster.one.vpc_config[0].id}" },
    another_type: { group: "${my_aws_eks_cluster.one.vpc_config[0].group}" },
    text: { group: "aws_eks_cluster has a vpc_config[0].group" },
  };

  expect(leftOutOf({ resource: { aws_security_group_rule } }, GAPS)).toEqual(
    ["gone", "gone_too"].map((name) => ({
      address: `aws_security_group_rule.${name}`,
      gap: "aws_eks_cluster vpc_config[0].group",
      reason: "There is no group.",
    })),
  );
});

it("is left out for something that is listed", () => {
  expect(namesOf(GAPS)).toEqual([
    "aws_eks_addon",
    "data.aws_rds_engine_version",
    "aws_eks_cluster vpc_config[0].group",
  ]);
});

it.each([
  ["aws_vpc.main", "aws_vpc"],
  ["data.aws_vpc.main", "data.aws_vpc"],
])("is of the type in %s", (address, type) => {
  expect(typeOf(address)).toBe(type);
});
