import { describe, expect, it } from "vitest";
import { destructiveChangesIn } from "../../../reports/changes/destructive-changes";
import { everyStack } from "../../../../__tests__/support/every-platform";
import { REMADE } from "./remade";
import type { JsonMap } from "../../../terraform-json/json-map";
import { LONG_LIVED, REPLACING } from "../../../reports/changes/long-lived";
import { changesIn, sidesOf } from "../../../reports/changes/stack-changes";

function destructiveChanges(base: JsonMap, head: JsonMap) {
  const sides = sidesOf(base, head);
  return destructiveChangesIn(sides, changesIn(sides)).map(({ address, reason }) => `${address} ${reason}`);
}

const stack = (type: string, blocks: JsonMap): JsonMap =>
  type === "module" ? { module: blocks } : { resource: { [type]: blocks } };

describe("destructive changes", () => {
  it.each(Object.entries(LONG_LIVED))("a %s that is removed, and %s", (type, loss) => {
    expect(destructiveChanges(stack(type, { main: {} }), {})).toEqual([
      `${type}.main is destroyed, and with it ${loss}`,
    ]);
  });

  it.each(["aws_eip", "aws_cloudwatch_log_group", "aws_ecr_repository", "tfe_workspace"])(
    "the loss of a %s among them",
    (type) => {
      expect(destructiveChanges(stack(type, { main: {} }), {})).toHaveLength(1);
    },
  );

  it("every type that a platform makes, but for those that are remade", () => {
    const types = new Set(
      everyStack.flatMap(({ terraform }) =>
        Object.keys((terraform.json.resource as object | undefined) ?? {}),
      ),
    );
    const told = [...Object.keys(LONG_LIVED), ...REMADE];

    expect([...types].filter((type) => !told.includes(type))).toEqual([]);
    expect(REMADE.filter((type) => !types.has(type) || type in LONG_LIVED)).toEqual([]);
  });

  it("a release with whose chart kinds go, and no other release", () => {
    const release = (chart: string) => stack("helm_release", { main: { chart } });

    expect(destructiveChanges(release("external-secrets"), {})).toEqual([
      "helm_release.main is destroyed, and with it every ExternalSecret, and every Secret that one has made",
    ]);
    expect(destructiveChanges(release("reloader"), {})).toEqual([]);
  });

  it("a long-lived thing that is renamed, with how to keep it", () => {
    expect(destructiveChanges(stack("aws_kms_key", { a: {} }), stack("aws_kms_key", { b: {} }))).toEqual([
      "aws_kms_key.a is destroyed, and with it all that it encrypts; if it is now aws_kms_key.b, add a moved block from one to the other",
    ]);
  });

  it("none of it where a moved block keeps it", () => {
    const head = {
      ...stack("aws_kms_key", { b: {} }),
      moved: [{ from: "aws_kms_key.a", to: "aws_kms_key.b" }],
    };

    expect(destructiveChanges(stack("aws_kms_key", { a: {} }), head)).toEqual([]);
  });

  it("nothing that is made again easily", () => {
    expect(destructiveChanges(stack("aws_route", { a: {} }), {})).toEqual([]);
  });

  it.each(
    Object.entries(REPLACING).flatMap(([type, attributes]) =>
      attributes.map((name) => [type, name] as const),
    ),
  )("a %s whose %s changes", (type, attribute) => {
    const block = (value: string) =>
      attribute
        .split(".")
        .reduceRight<JsonMap | string>((inner, key) => ({ [key]: inner }), value) as JsonMap;

    expect(destructiveChanges(stack(type, { main: block("a") }), stack(type, { main: block("b") }))).toEqual([
      `${type}.main is replaced, because ${attribute} changes`,
    ]);
  });

  it("an attribute in a block that is written as a list", () => {
    const group = (id: string) => stack("aws_eks_node_group", { nodes: { launch_template: [{ id }] } });

    expect(destructiveChanges(group("a"), group("b"))).toEqual([
      "aws_eks_node_group.nodes is replaced, because launch_template.id changes",
    ]);
  });

  it("no other attribute", () => {
    const group = (max_size: number) =>
      stack("aws_eks_node_group", { nodes: { scaling_config: { max_size } } });

    expect(destructiveChanges(group(1), group(2))).toEqual([]);
  });

  it("a long-lived thing whose addresses change because it is repeated", () => {
    const zones = (block: JsonMap) => stack("aws_route53_zone", { zones: block });

    expect(destructiveChanges(zones({}), zones({ for_each: '${toset(["a"])}' }))).toEqual([
      "aws_route53_zone.zones is destroyed and made anew under other addresses, because for_each comes or goes",
    ]);
  });

  it("no attribute that Terraform ignores after creation", () => {
    const cluster = (bootstrap_self_managed_addons: boolean) =>
      stack("aws_eks_cluster", {
        main: {
          bootstrap_self_managed_addons,
          lifecycle: { ignore_changes: ["bootstrap_self_managed_addons"] },
        },
      });

    expect(destructiveChanges(cluster(true), cluster(false))).toEqual([]);
  });
});
