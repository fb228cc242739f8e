import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { describe, expect, it } from "vitest";
import { sampleEnvironments } from "../../../tools/samples/sample-environments";
import { isAllowed, statementsOf } from "../../support/run-roles";
import { synthesise } from "../../support/platform";

const outlying = sampleEnvironments().find(({ name }) => name === "outlying")!;
const platform = synthesise([outlying]);
const signIn = platform["tfc-aws-config-outlying"]!;

const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

const trusted = (name: string): string[] =>
  JSON.parse(signIn.all(IamRole).find((each) => each.name === name)!.assume_role_policy as string)
    .Statement[0].Condition.StringEquals["app.terraform.io:sub"] as string[];

const stacksTrustedBy = (name: string): string[] =>
  trusted(name).map((subject) => /workspace:(.+):run_phase:/.exec(subject)![1]!);

describe("a cluster beside the main one", () => {
  it("has roles that its own stacks' runs alone assume", () => {
    expect(stacksTrustedBy("terraform-apply_outlying_blue").sort()).toEqual([
      "cluster-access-outlying-blue",
      "cluster-infrastructure-outlying-blue",
      "cluster-services-outlying-blue",
    ]);
    expect(stacksTrustedBy("terraform-apply").filter((stack) => stack.endsWith("-blue"))).toEqual([]);
  });

  it("signs its workspaces in with those roles", () => {
    const values = Object.entries(platform["tfc-configuration"]!.named(Variable))
      .filter(([name]) => name.startsWith("aws-credentials-outlying-blue_") && name.endsWith("-role"))
      .map(([, { value }]) => value as string);

    expect(values.sort()).toEqual([
      role("terraform-apply_outlying_blue"),
      role("terraform-plan_outlying_blue"),
    ]);
  });

  it.each([
    ["blue-runs_apply", "external-dns-blue", "external-dns-green"],
    ["apply", "external-dns-green", "external-dns-blue"],
  ])("keeps %s to the roles of its own cluster", (id, own, other) => {
    const applies = statementsOf(signIn, id);

    expect(isAllowed(applies, "iam:PutRolePolicy", role(own))).toBe(true);
    expect(isAllowed(applies, "iam:PutRolePolicy", role(other))).toBe(false);
    expect(isAllowed(applies, "iam:PutRolePolicy", role("terraform-apply_outlying_blue"))).toBe(false);
    expect(isAllowed(applies, "iam:PutRolePolicy", role("terraform-apply"))).toBe(false);
  });

  it("bounds the roles that its stacks make by a policy of its own", () => {
    const boundaries = Object.entries(platform)
      .filter(([id]) => id.endsWith("-outlying-blue"))
      .flatMap(([, stack]) => stack.all(IamRole).map((each) => each.permissions_boundary));

    expect(new Set(boundaries)).toEqual(
      new Set(["arn:aws:iam::123456789012:policy/terraform-boundary_outlying_blue"]),
    );
  });

  it("lets the plans of its runs read the API", () => {
    const [, blue] = outlying.clusters;

    expect(blue!.cluster.terraformRoles).toEqual({ plan: "terraform-plan_outlying_blue" });
  });
});
