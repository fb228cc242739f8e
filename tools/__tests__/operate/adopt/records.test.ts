import { describe, expect, it } from "vitest";
import { adopt } from "../../../operate/adopt/adoption";
import { settingsText, stateSettings } from "../../../operate/adopt/settings-text";
import { targetStack } from "../../../operate/adopt/target-stack";

const STACK = "cluster-infrastructure";

const adoptionOf = (name: string, described: string) =>
  adopt(
    [
      {
        stack: STACK,
        entries: [
          {
            address: "aws_route53_record.old",
            type: "aws_route53_record",
            values: { zone_id: "Z1", name, fqdn: "eks.example.org", type: "NS" },
          },
        ],
      },
    ],
    new Map([
      [
        STACK,
        targetStack(STACK, {
          id: STACK,
          folder: "",
          json: { resource: { aws_route53_record: { new: { name: described } } } },
        }),
      ],
    ]),
    [{ stack: STACK, from: "aws_route53_record.old", becomes: { to: "aws_route53_record.new" } }],
  );

describe("a record that a state has by its name within the zone", () => {
  it("is taken in again by its whole name, so that the zone never misses it", () => {
    expect(stateSettings(adoptionOf("eks", "eks.example.org"))).toEqual({
      moved: [],
      imported: [{ stack: STACK, address: "aws_route53_record.new", id: "Z1_eks.example.org_NS" }],
      removed: [{ stack: STACK, from: "aws_route53_record.old" }],
    });
  });

  it.each([
    ["the state has the whole name, too", "eks.example.org", "eks.example.org"],
    ["the stack describes another record", "eks", "other.example.org"],
    ["only AWS knows the name", "eks", "$" + "{one(aws_acm_certificate.a.options)}"],
  ])("moves where %s", (_, name, described) => {
    const { moved, imported } = stateSettings(adoptionOf(name, described));

    expect(moved).toEqual([{ stack: STACK, from: "aws_route53_record.old", to: "aws_route53_record.new" }]);
    expect(imported).toEqual([]);
  });

  it("is in the settings that a person imports", () => {
    expect(settingsText(adoptionOf("eks", "eks.example.org"), "test")).toContain(
      'id: "Z1_eks.example.org_NS"',
    );
  });
});
