import { expect, test } from "vitest";
import { forgottenIn, type State } from "../../../checks/emulate/forgotten";
import type { JsonMap } from "../../../terraform-json/json-map";

const GAPS = {
  types: {},
  attributes: [],
  forgotten: { aws_route53_zone: { arguments: ["vpc", "comment"], reason: "They are forgotten." } },
};

const TYPE = "aws_route53_zone";

/** A zone that is planned and made, alone, as one of several and in a module. */
const forgotten = (
  planned: JsonMap,
  made: JsonMap,
  where: Partial<State["resources"][number]> = {},
  address = "",
) => {
  const plan = {
    resource_changes: [
      { address: address || `${TYPE}.one`, type: TYPE, change: { actions: ["create"], after: planned } },
    ],
  };
  const instances = [{ attributes: made }];
  return forgottenIn(plan, { resources: [{ type: TYPE, name: "one", instances, ...where }] }, GAPS);
};

test("is what is not as it was planned", () => {
  expect(forgotten({ vpc: [{ vpc_id: "vpc-1" }] }, { vpc: [] })).toEqual(["aws_route53_zone vpc"]);
  expect(forgotten({ comment: "ours" }, { comment: "" })).toEqual(["aws_route53_zone comment"]);
});

test("is what was made up", () => {
  expect(forgotten({ vpc: [] }, { vpc: [{ vpc_id: "vpc-1" }] })).toEqual(["aws_route53_zone vpc"]);
});

test("is not what was not known yet", () => {
  const made = { vpc: [{ vpc_id: "vpc-1", vpc_region: "eu-west-1" }], comment: "made" };

  expect(forgotten({ vpc: [{ vpc_id: "vpc-1" }] }, made)).toEqual([]);
});

test("is no argument that is not listed", () => {
  expect(forgotten({ name: "ours" }, { name: "theirs" })).toEqual([]);
});

test("is found in modules and in each of several", () => {
  const where = { module: "module.zones", instances: [{ index_key: "a", attributes: { comment: "" } }] };

  expect(forgotten({ comment: "ours" }, {}, where, `module.zones.${TYPE}.one["a"]`)).toEqual([
    "aws_route53_zone comment",
  ]);
});

test("is said once, however many forget it", () => {
  const resource_changes = ["one", "two"].map((name) => ({
    address: `${TYPE}.${name}`,
    type: TYPE,
    change: { actions: ["create"], after: { comment: "ours" } },
  }));
  const resources = ["one", "two"].map((name) => ({
    type: TYPE,
    name,
    instances: [{ attributes: { comment: "" } }],
  }));

  expect(forgottenIn({ resource_changes }, { resources }, GAPS)).toEqual(["aws_route53_zone comment"]);
});
