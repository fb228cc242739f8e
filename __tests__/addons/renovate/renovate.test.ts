import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { describe, expect, it } from "vitest";
import { Renovate } from "../../../src/addons/renovate/renovate";
import { cluster } from "../../support/fixtures";
import { Terraform } from "../../support/terraform";

describe("Renovate", () => {
  const terraform = Terraform.of(
    (scope) => new Renovate(scope, "renovate", { cluster, namespace: "cluster-services" }),
  );

  it("may ask which versions of EKS's add-ons there are, and nothing else", () => {
    expect(JSON.parse(terraform.only(IamRolePolicy).policy).Statement).toEqual([
      { Effect: "Allow", Action: ["eks:DescribeAddonVersions"], Resource: ["*"] },
    ]);
  });

  it("has the role that its service account knows", () => {
    expect(terraform.only(IamRole).name).toBe("renovate-irsa-govuk");
    expect(terraform.only(IamRole).assume_role_policy).toContain(
      "system:serviceaccount:cluster-services:renovate-irsa",
    );
  });
});
