import { describe, expect, it } from "vitest";
import type { JsonMap } from "../../../terraform-json/json-map";
import { changesIn, sidesOf } from "../../../reports/changes/stack-changes";

const changes = (base: JsonMap, head: JsonMap) => changesIn(sidesOf(base, head));
const resource = (type: string, blocks: JsonMap): JsonMap => ({ resource: { [type]: blocks } });

describe("changesIn", () => {
  it("finds nothing between a stack and itself", () => {
    const stack = resource("aws_vpc", { main: { cidr_block: "10.0.0.0/16" } });

    expect(changes(stack, structuredClone(stack))).toEqual([]);
  });

  it("shows all of a resource that is added, and the address of one that is removed", () => {
    expect(changes(resource("aws_eip", { a: { domain: "vpc" } }), resource("aws_eip", { b: {} }))).toEqual([
      { action: "removed", address: "aws_eip.a", differences: [] },
      { action: "added", address: "aws_eip.b", differences: [{ path: [], after: {} }] },
    ]);
  });

  it("shows a change of values key by key", () => {
    const release = (replicas: number) =>
      resource("helm_release", { dex: { values: [JSON.stringify({ replicas, kept: true })] } });

    expect(changes(release(1), release(3))).toEqual([
      {
        action: "changed",
        address: "helm_release.dex",
        differences: [{ path: ["values", "replicas"], before: 1, after: 3 }],
      },
    ]);
  });

  it("marks what Terraform ignores after it created the resource", () => {
    const group = (desired_size: number, max_size: number) =>
      resource("aws_eks_node_group", {
        nodes: {
          scaling_config: { desired_size, max_size },
          lifecycle: { ignore_changes: ["scaling_config[0].desired_size"] },
        },
      });

    expect(changes(group(6, 12), group(8, 16))[0]!.differences).toEqual([
      { path: ["scaling_config", "desired_size"], before: 6, after: 8, ignored: true },
      { path: ["scaling_config", "max_size"], before: 12, after: 16 },
    ]);
  });

  it("shows a change that is one for Terraform only", () => {
    const stack = (names: string[]) => resource("x", { y: { env: names.map((name) => ({ name })) } });

    expect(changes(stack(["a", "b"]), stack(["b", "a"]))).toMatchObject([
      { address: "x.y", differences: [{ path: ["env"] }] },
    ]);
  });

  it.each([
    ["data.aws_iam_roles.all", { data: { aws_iam_roles: { all: { name_regex: "a" } } } }],
    ["ephemeral.aws_x.y", { ephemeral: { aws_x: { y: { a: 1 } } } }],
    ["module.bucket", { module: { bucket: { source: "./bucket" } } }],
    ["output.id", { output: { id: { value: "x" } } }],
    ["provider.aws", { provider: { aws: [{ region: "eu-west-1" }] } }],
    ["terraform", { terraform: { required_version: ">= 1.11" } }],
  ])("knows %s", (address, stack) => {
    expect(changes({}, stack)).toMatchObject([{ action: "added", address }]);
  });

  it("overlooks CDKTF's notes", () => {
    const stack = (path: string) => ({
      "//": { path },
      ...resource("aws_vpc", { main: { "//": { path }, cidr_block: "10.0.0.0/16" } }),
    });

    expect(changes(stack("a"), stack("b"))).toEqual([]);
  });
});

describe("a moved block", () => {
  const vpc = (name: string, extra: JsonMap = {}): JsonMap =>
    resource("aws_vpc", { [name]: { tags: extra } });
  const move = (from: string, to: string) => ({ from: `aws_vpc.${from}`, to: `aws_vpc.${to}` });

  it("makes one move of a removal and an addition", () => {
    expect(changes(vpc("a"), { ...vpc("b"), moved: [move("a", "b")] })).toEqual([
      { action: "moved", address: "aws_vpc.b", from: "aws_vpc.a", differences: [] },
    ]);
  });

  it("shows what changes on the way", () => {
    const [change] = changes(vpc("a", { x: "1" }), { ...vpc("b", { x: "2" }), moved: [move("a", "b")] });

    expect(change?.differences).toEqual([{ path: ["tags", "x"], before: "1", after: "2" }]);
  });

  it("is followed to where the last one leads", () => {
    expect(changes(vpc("a"), { ...vpc("c"), moved: [move("a", "b"), move("b", "c")] })).toMatchObject([
      { action: "moved", from: "aws_vpc.a", address: "aws_vpc.c" },
    ]);
  });

  it("is not shown again by the next pull request", () => {
    const stack = { ...vpc("b"), moved: [move("a", "b")] };

    expect(changes(stack, structuredClone(stack))).toEqual([]);
  });

  it("does not make changes of references", () => {
    const stack = (name: string): JsonMap => ({
      resource: { aws_vpc: { [name]: {} }, aws_subnet: { x: { vpc_id: `\${aws_vpc.${name}.id}` } } },
    });

    expect(changes(stack("a"), { ...stack("b"), moved: [move("a", "b")] })).toMatchObject([
      { action: "moved" },
    ]);
  });

  it("may name an instance", () => {
    const moved = [{ from: "aws_vpc.a[0]", to: 'aws_vpc.a["x"]' }];

    expect(changes(vpc("a"), { ...vpc("a"), moved })).toEqual([
      { action: "moved", address: 'aws_vpc.a["x"]', from: "aws_vpc.a[0]", differences: [] },
    ]);
  });

  it("may lead into a module", () => {
    const moved = [{ from: "aws_vpc.a", to: "module.m.aws_vpc.this" }];

    expect(
      changes(vpc("a"), { module: { m: {} }, moved }).map(({ action, address }) => [action, address]),
    ).toEqual([
      ["moved", "module.m.aws_vpc.this"],
      ["added", "module.m"],
    ]);
  });
});
