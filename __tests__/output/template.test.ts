import { describe, expect, test } from "vitest";
import { namesIn, readTemplate } from "../../src/output/template";

describe("readTemplate", () => {
  test("finds every expression of a text", () => {
    expect(readTemplate("a ${aws_vpc.main.id} b ${var.x}").expressions).toEqual(["aws_vpc.main.id", "var.x"]);
  });

  test("takes escaped markers for text", () => {
    expect(readTemplate("$${aws:username} and 100%%{x}")).toEqual({ expressions: [] });
  });

  test("follows braces and strings inside an expression", () => {
    const text = '${jsonencode({"a" = "}\\"${var.x}"})} after';

    expect(readTemplate(text).expressions).toEqual(['jsonencode({"a" = "}\\"${var.x}"})']);
  });

  test("tells where an expression is not closed", () => {
    expect(readTemplate("ok ${var.x} then ${var.y").unclosed).toBe("${var.y");
    expect(readTemplate('${f("x}').unclosed).toBe('${f("x}');
  });

  test("tells where a directive begins", () => {
    expect(readTemplate("a %{ if x }b").directive).toBe("%{ if x }b");
  });
});

describe("namesIn", () => {
  test.each([
    ["aws_vpc.main.id", ["aws_vpc.main.id"]],
    ["aws_subnet.a[0].id", ["aws_subnet.a"]],
    ["aws_subnet.a.*.id", ["aws_subnet.a.*.id"]],
    ['aws_kms_key.k["x"].arn', ["aws_kms_key.k"]],
    ['data.aws_eks_cluster.c.tags["a-b"]', ["data.aws_eks_cluster.c.tags"]],
    ['join("-", [var.a, var.b])', ["var.a", "var.b"]],
    ["provider::aws::arn_parse(var.a)", ["var.a"]],
    ['"x-${var.a}"', ["var.a"]],
    ['{ a = var.b, "c" = true }', ["var.b"]],
    ["var.a == null ? 1 : var.b", ["var.a", "var.b"]],
    ["[for key, value in var.a : upper(value.name) if key != null]", ["var.a"]],
    ["DS_PROMETHEUS", ["DS_PROMETHEUS"]],
  ])("%s refers to %j", (expression, names) => {
    expect(namesIn(expression)).toEqual(names);
  });
});
