import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { encodeValues, type HelmValue, mergeValues } from "../../src/constructs/helm-values";
import { Terraform } from "../support/terraform";

describe("encodeValues", () => {
  it("writes JSON that a person can read in a plan", () => {
    expect(encodeValues({ image: { tag: "1.0" }, ports: [80] })).toBe(
      ["{", '  "image": {', '    "tag": "1.0"', "  },", '  "ports": [', "    80", "  ]", "}"].join("\n"),
    );
  });

  it.each([
    ["${NODE_NAME}", "$${NODE_NAME}"],
    ["%{[agent.version]}", "%%{[agent.version]}"],
    ["$${HOME}", "$$${HOME}"],
    ["costs $5, or 10%", "costs $5, or 10%"],
    ["{{ .Values.name }}", "{{ .Values.name }}"],
  ])("hands %s to the chart, not to Terraform", (written, escaped) => {
    expect(JSON.parse(encodeValues({ written }))).toEqual({ written: escaped });
  });

  it("escapes the keys as well", () => {
    expect(JSON.parse(encodeValues({ "${key}": true }))).toEqual({ "$${key}": true });
  });

  it("leaves a reference to a string for Terraform, also as a part of text and as a key", () => {
    const terraform = Terraform.of((scope) => {
      const { arn } = new IamRole(scope, "role", { assumeRolePolicy: "{}" });
      const values = { arn, text: `role ${arn}!`, [arn]: true, data: "${arn}" };
      new Release(scope, "release", { name: "x", chart: "x", values: [encodeValues(values)] });
    });

    expect(JSON.parse(terraform.only(Release).values[0])).toEqual({
      arn: "${aws_iam_role.role.arn}",
      text: "role ${aws_iam_role.role.arn}!",
      "${aws_iam_role.role.arn}": true,
      data: "$${arn}",
    });
  });

  it.each([
    ["a number", Token.asNumber("${x}")],
    ["a list", Token.asList("${x}")],
    ["part of a list", Token.asList("${x}").at(0)],
    ["a map or an object", Token.asStringMap("${x}")],
    ["a map or an object", Token.asAny("${x}") as unknown],
  ])("refuses a reference to %s, which JSON cannot hold", (kind, token) => {
    expect(() => encodeValues({ a: { b: [1, token as HelmValue] } })).toThrow(
      new Error(
        `values.a.b.1: expected data or a reference to a string, got a reference to ${kind}; turn it into a ` +
          "string first (Token.asString, Fn.join, Fn.jsonencode)",
      ),
    );
  });

  it("reports all such references at once", () => {
    expect(() => encodeValues({ a: Token.asNumber("${x}"), b: Token.asList("${y}") })).toThrow(
      /^values\.a: .*\nvalues\.b: /,
    );
  });
});

describe("mergeValues", () => {
  it("merges maps key by key, the override's last", () => {
    expect(mergeValues({ a: { b: 1, c: { d: 2 } } }, { a: { c: { e: 3 } }, f: 4 })).toEqual({
      a: { b: 1, c: { d: 2, e: 3 } },
      f: 4,
    });
  });

  it("replaces lists as a whole", () => {
    expect(mergeValues({ a: [1, 2, 3] }, { a: [4] })).toEqual({ a: [4] });
  });

  it.each([
    [{ a: { b: 1 } }, { a: "off" }],
    [{ a: [1] }, { a: { b: 1 } }],
    [{ a: "on" }, { a: { b: 1 } }],
  ])("replaces values of another kind: %o by %o", (values, overrides) => {
    expect(mergeValues(values, overrides)).toEqual(overrides);
  });

  it("keeps null, with which Helm removes a chart's default", () => {
    expect(mergeValues({ a: 1 }, { a: null })).toEqual({ a: null });
  });

  it("takes undefined for left out", () => {
    expect(mergeValues({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
  });
});
