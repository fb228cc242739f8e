import { describe, expect, it } from "vitest";
import { adviceOn, type InventoryChange } from "./inventory";

const accepts =
  "root-dns-production has other resources or outputs than before; npx vitest run __tests__/stacks -u accepts that";

const advice = (change: Partial<InventoryChange>) =>
  adviceOn({
    id: "root-dns-production",
    environment: "production",
    before: [],
    after: [],
    movedFrom: [],
    ...change,
  });

describe("the advice on a changed inventory", () => {
  it("shows the blocks that keep what was renamed", () => {
    const text = advice({
      before: [
        "aws_route53_zone.zones_external",
        "aws_route53_zone.zones_internal",
        "module.logs",
        "output.zone_id",
      ],
      after: [
        "aws_route53_zone.root-zones_internal",
        "aws_route53_zone.root-zones_external",
        "module.audit-logs",
        "output.root_zone_id",
      ],
    });

    expect(text).toBe(
      [
        "root-dns-production: Terraform would destroy 3 resources and make the like anew.",
        "Where they have only been renamed, add to src/platform/environments/production.ts:",
        "",
        "state: {",
        "  moved: [",
        '    { stack: "root-dns", from: "aws_route53_zone.zones_external", to: "aws_route53_zone.root-zones_external" },',
        '    { stack: "root-dns", from: "aws_route53_zone.zones_internal", to: "aws_route53_zone.root-zones_internal" },',
        '    { stack: "root-dns", from: "module.logs", to: "module.audit-logs" },',
        "  ],",
        "},",
        "",
        "Then, or where they really are to be destroyed, accept the change: npx vitest run __tests__/stacks -u",
      ].join("\n"),
    );
  });

  it("shows code for a stack that belongs to no environment", () => {
    const text = advice({
      id: "tfc-configuration",
      environment: undefined,
      before: ["tfe_team.a"],
      after: ["tfe_team.b"],
    });

    expect(text.split("\n").slice(0, -2)).toEqual([
      "tfc-configuration: Terraform would destroy a resource and make the like anew.",
      "Where they have only been renamed, add to src/stacks/tfc-configuration.ts:",
      "",
      "writeStateBlocks(this, {",
      "  moved: [",
      '    { from: "tfe_team.a", to: "tfe_team.b" },',
      "  ],",
      "  imported: [],",
      "});",
    ]);
  });

  it.each<[string, Partial<InventoryChange>]>([
    ["is new", { before: ["aws_vpc.a"], after: ["aws_vpc.a", "aws_vpc.b"] }],
    ["is gone", { before: ["aws_vpc.a", "aws_vpc.b"], after: ["aws_vpc.a"] }],
    ["is of another type", { before: ["aws_vpc.a"], after: ["aws_subnet.a"] }],
    ["is an output", { before: ["output.a"], after: ["output.b"] }],
    ["has its moved block", { before: ["aws_vpc.a"], after: ["aws_vpc.b"], movedFrom: ["aws_vpc.a"] }],
  ])("asks for no block where something %s", (_what, change) => {
    expect(advice(change)).toBe(accepts);
  });

  it("takes no address for the new name of two", () => {
    const text = advice({ before: ["aws_vpc.a", "aws_vpc.b"], after: ["aws_vpc.c"] });

    expect(text.match(/to: "aws_vpc\.c"/g)).toHaveLength(1);
  });
});
