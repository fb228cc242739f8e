import { describe, expect, it } from "vitest";
import { withoutBlocks } from "../../terraform-json/without-blocks";
import type { JsonMap } from "../../terraform-json/json-map";

const GONE = ["aws_vpc.main", "data.aws_regions.all", "ephemeral.aws_secret.password", "module.bucket"];

const without = (stack: JsonMap): JsonMap =>
  withoutBlocks(stack, {
    isRemoved: (address) => GONE.includes(address),
    standInFor: (address) => `local.for_${address.replaceAll(".", "_")}`,
  });

describe("a stack without some of its blocks", () => {
  it("keeps all others", () => {
    expect(
      without({
        resource: { aws_vpc: { main: {}, other: {} } },
        data: { aws_regions: { all: {} }, aws_ami: { all: {} } },
        module: { bucket: {}, queue: {} },
        locals: { main: 1 },
      }),
    ).toEqual({
      resource: { aws_vpc: { other: {} } },
      data: { aws_ami: { all: {} } },
      module: { queue: {} },
      locals: { main: 1 },
    });
  });

  it("has no empty sections, which Terraform refuses", () => {
    expect(without({ data: { aws_regions: { all: {} } }, provider: {} })).toEqual({});
  });

  it("reads what stands in for them", () => {
    const { output } = without({
      output: {
        id: { value: "${aws_vpc.main.id}" },
        all: { value: ["${data.aws_regions.all.names[0]}", "${ephemeral.aws_secret.password.value}"] },
        bucket: { value: { name: "${module.bucket.name}" } },
        other: { value: "${aws_vpc.other.id}" },
      },
    });

    expect(output).toEqual({
      id: { value: "${local.for_aws_vpc_main.id}" },
      all: {
        value: [
          "${local.for_data_aws_regions_all.names[0]}",
          "${local.for_ephemeral_aws_secret_password.value}",
        ],
      },
      bucket: { value: { name: "${local.for_module_bucket.name}" } },
      other: { value: "${aws_vpc.other.id}" },
    });
  });

  it("waits for none of them", () => {
    expect(
      without({
        resource: { aws_eip: { one: { depends_on: ["aws_vpc.main", "module.bucket", "aws_vpc.other"] } } },
      }),
    ).toEqual({ resource: { aws_eip: { one: { depends_on: ["aws_vpc.other"] } } } });
  });

  it("neither moves nor imports them", () => {
    const { moved, import: imported } = without({
      moved: [
        { from: "aws_vpc.old", to: 'aws_vpc.main["a"]' },
        { from: "aws_vpc.older", to: "aws_vpc.other" },
      ],
      import: [
        { to: "aws_vpc.main", id: "vpc-1" },
        { to: "aws_vpc.other", id: "vpc-2" },
      ],
    });

    expect(moved).toEqual([{ from: "aws_vpc.older", to: "aws_vpc.other" }]);
    expect(imported).toEqual([{ to: "aws_vpc.other", id: "vpc-2" }]);
  });
});
