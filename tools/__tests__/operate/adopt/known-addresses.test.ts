import { describe, expect, it } from "vitest";
import type { AdoptedAddress } from "../../../../src/settings/state/adopted-address";
import { knownAddress } from "../../../operate/adopt/known-addresses";

const row = (from: string, to: string): AdoptedAddress => ({ stack: "vpc", from, becomes: { to } });

describe("a table of addresses", () => {
  it("puts dashes into names, and takes keys and types as they are", () => {
    const table = [
      row('aws_subnet.old["{name}"]', 'aws_subnet.new-{name}["{name}"]'),
      row("module.logs.{type}.this", "module.records.{type}.this"),
    ];

    expect(knownAddress(table, "vpc", 'aws_subnet.old["rds_a.b"]')).toEqual({
      to: ['aws_subnet.new-rds-a-b["rds_a.b"]'],
    });
    expect(knownAddress(table, "vpc", "module.logs.aws_s3_bucket.this")).toEqual({
      to: ["module.records.aws_s3_bucket.this"],
    });
  });

  it("prefers a new address to a reason to stay", () => {
    const stays: AdoptedAddress = { stack: "vpc", from: "aws_a.{b}", becomes: { staysBecause: "old" } };

    expect(knownAddress([stays, row("aws_a.b", "aws_a.c")], "vpc", "aws_a.b")).toEqual({ to: ["aws_a.c"] });
    expect(knownAddress([stays, row("aws_a.b", "aws_a.c")], "vpc", "aws_a.x")).toEqual({
      staysBecause: "old",
    });
  });

  it("says nothing of other stacks and longer addresses", () => {
    const table = [row("aws_vpc.vpc", "aws_vpc.network")];

    expect(knownAddress(table, "root-dns", "aws_vpc.vpc")).toBeUndefined();
    expect(knownAddress(table, "vpc", "module.a.aws_vpc.vpc")).toBeUndefined();
    expect(knownAddress(table, "vpc", "aws_vpcxvpc")).toBeUndefined();
  });
});
