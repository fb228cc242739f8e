import type { AccessMembers } from "../../../src/settings/access/access-file-schema";
import { describe, expect, it } from "vitest";
import { noAccess, problemsWith } from "../../support/environments";

const problemsOfRoles = (plan: string, apply: string) =>
  problemsWith({
    access: {
      ...noAccess,
      members: { fulladmin: { users: ["ada"], roles: ["ops/deployer"], patterns: ["-admin$"], groups: [] } },
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

  it.each([
    ["ops/deployer", "ops/deployer"],
    ["deployer", "ops/deployer"],
    ["ada-fulladmin", "ada-fulladmin"],
    ["ci/temporary-admin", "fulladmin: -admin$"],
  ])("refuses %s, which the access file lets in already", (role, entry) => {
    expect(problemsOfRoles(role, "terraform-apply")).toEqual([
      `production clusters.govuk.terraformRoles.plan: expected a role that src/platform/access/production.yaml does not admit, got "${role}", admitted as "${entry}"; EKS takes each role once; remove or narrow that entry`,
    ]);
  });
});

describe("the role that makes the cluster", () => {
  const admitting = (members: Partial<AccessMembers>) => ({
    ...noAccess,
    members: { fulladmin: { users: [], roles: [], patterns: [], groups: [], ...members } },
  });

  it.each([
    ["by name", { roles: ["ci/terraform-apply"] }, "ci/terraform-apply"],
    ["as a user", { users: ["terraform"], roles: ["Terraform-Apply"] }, "Terraform-Apply"],
    ["by a pattern", { patterns: ["-plain$", "-apply$"] }, "fulladmin: -apply$"],
  ])("is not admitted a second time %s", (_, members, entry) => {
    expect(problemsWith({ access: admitting(members) })).toEqual([
      `production clusters.govuk.access: expected no level for terraform-apply, which makes the cluster, got "${entry}" in src/platform/access/production.yaml; EKS admits the maker itself and refuses a second entry; remove or narrow that entry, or name the role in terraformRoles.apply if another made the cluster`,
    ]);
  });

  it("is not known where a person applies", () => {
    const access = admitting({ roles: ["terraform-apply"] });
    expect(problemsWith({ access, backend: { type: "local" } })).toEqual([]);
  });

  it("may be another than the one that applies", () => {
    expect(problemsOfRoles("terraform-plan", "terraform-apply")).toEqual([]);
  });
});
