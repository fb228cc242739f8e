import { describe, expect, it } from "vitest";
import { code, permissionText } from "../../../reports/addon-pages/permission-text";

const resources = ["arn:aws:s3:::logs"];

describe("permissionText", () => {
  it("says what is allowed on what, in words and by name", () => {
    expect(permissionText({ actions: ["s3:GetObject", "s3:PutObject"], resources })).toBe(
      "**get and put objects** on `arn:aws:s3:::logs`\n  - `s3:GetObject`, `s3:PutObject`",
    );
  });

  it("names every resource", () => {
    expect(permissionText({ actions: ["s3:GetObject"], resources: ["a", "b", "c"] })).toContain(
      "on `a`, `b` and `c`\n",
    );
  });

  it("gives the reason where any resource is meant", () => {
    expect(permissionText({ actions: ["s3:ListBuckets"], anyResourceBecause: "it has no level" })).toContain(
      "on any resource (it has no level)\n",
    );
  });

  it.each([
    [{ StringEquals: { key: "value" } }, "`key` is `value`"],
    [{ StringEquals: { key: ["one", "two"] } }, "`key` is `one` or `two`"],
    [{ StringEquals: { one: "1", two: "2" } }, "`one` is `1` and `two` is `2`"],
    [{ ArnLike: { key: "arn:*" } }, "`key` is like `arn:*`"],
    [{ Null: { key: "true" } }, "`key` is absent"],
    [{ Null: { key: "false" } }, "`key` is present"],
    [{ NumericLessThan: { key: "3" } }, "`key` NumericLessThan `3`"],
    [{ StringEquals: { a: "b" }, Null: { c: "true" } }, "`a` is `b` and `c` is absent"],
  ])("reads the condition %j", (conditions, words) => {
    expect(permissionText({ actions: ["s3:GetObject"], resources, conditions })).toContain(
      `, only if ${words}\n`,
    );
  });
});

describe("code", () => {
  it("calls what Terraform reads by its name", () => {
    const account = "${data.aws_caller_identity.account.account_id}";
    const zone = "${data.terraform_remote_state.cluster-infrastructure.outputs.cluster-zone_arn}";

    expect(code(`arn:aws:ssm:eu-west-1:${account}:parameter/${zone}/*`)).toBe(
      "`arn:aws:ssm:eu-west-1:<account_id>:parameter/<cluster-zone_arn>/*`",
    );
  });
});
