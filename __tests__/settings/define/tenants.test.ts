import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { tenantsSettings } from "../../../src/platform/tenants";
import { defineTenants } from "../../../src/settings/define/tenants";
import { organisation } from "../../support/organisation";
import { application, problemsOfTenants, smallTenants, team } from "../../support/tenants";

const endless: { teams: unknown[]; applications: unknown[] } = { teams: [], applications: [] };
endless.teams.push(endless);

describe("defineTenants", () => {
  it("accepts the organisation's own teams and applications", () => {
    expect(defineTenants(tenantsSettings, organisation)).toEqual(tenantsSettings);
  });

  it("has an application for every team", () => {
    const owners = new Set(tenantsSettings.applications.map(({ team }) => team));

    expect([...owners].sort()).toEqual(tenantsSettings.teams.map(({ name }) => name).sort());
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "tenants settings: expected an object, got nothing; add it"],
    ["null", null, "tenants settings: expected an object, got null; write an object"],
    ["a list", [], "tenants settings: expected an object, got an empty list; write an object"],
    [
      "a team that is none",
      { ...smallTenants, teams: [null] },
      "tenants teams[0]: expected an object, got null; write an object",
    ],
    [
      "a value that only Terraform knows",
      { teams: [team], applications: [{ ...application, repository: Token.asString({ Ref: "x" }) }] },
      "tenants applications[0].repository: expected plain data, got a Terraform value; write the value itself: configuration is read before Terraform runs",
    ],
    [
      "what contains itself",
      endless,
      "tenants teams[0]: expected plain data, got an object that contains itself; write a copy",
    ],
  ])("refuses %s", (_, settings, problem) => {
    expect(problemsOfTenants(settings)).toEqual([problem]);
  });
});
