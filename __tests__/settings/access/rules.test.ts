import { describe, expect, it } from "vitest";
import { noAccess, problemsWith } from "../../support/environments";

const problemsOfRoles = (plan: string, apply: string) =>
  problemsWith({
    access: {
      ...noAccess,
      members: { fulladmin: { users: ["ada"], roles: ["ops/deployer"], patterns: [] } },
    },
    cluster: { terraformRoles: { plan, apply } },
  });

describe("access", () => {
  it("hands on what is wrong with the access file", () => {
    const problems = [
      "src/platform/access/production.yaml:3: fulladmin: expected an object, got 3; write an object",
    ];

    expect(problemsWith({ access: { ...noAccess, problems } })).toEqual([`production ${problems[0]}`]);
  });

  it("lets in the roles that Terraform runs as", () => {
    expect(problemsOfRoles("terraform-plan", "ci/terraform-apply")).toEqual([]);
  });

  it("refuses an ARN in place of a role's name", () => {
    expect(problemsOfRoles("arn:aws:iam::123456789012:role/terraform-plan", "terraform-apply")).toEqual([
      'production clusters.govuk.terraformRoles.plan: expected the name of an IAM role, got "arn:aws:iam::123456789012:role/terraform-plan"; write it with its path, not as an ARN',
    ]);
  });

  it("may let one role plan and apply", () => {
    expect(problemsOfRoles("terraform", "terraform")).toEqual([]);
  });

  it.each(["ops/deployer", "deployer", "ada-fulladmin"])(
    "refuses %s, which the access file lets in already",
    (role) => {
      expect(problemsOfRoles(role, "terraform-apply")).toEqual([
        `production clusters.govuk.terraformRoles.plan: expected a role that src/platform/access/production.yaml does not name, got "${role}"; EKS takes each role once`,
      ]);
    },
  );
});
