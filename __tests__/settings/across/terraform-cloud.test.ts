import { describe, expect, it } from "vitest";
import { anotherNetwork, problemsOf, problemsWith, productionLike } from "../../support/environments";

const staged = {
  ...productionLike,
  name: "staging",
  network: anotherNetwork,
  dns: { publishingDomain: "staging.publishing.service.gov.uk" },
};

describe("HCP Terraform", () => {
  it("is refused without an organisation", () => {
    expect(problemsWith({ backend: { type: "cloud", project: "govuk-infrastructure" } })).toEqual([
      "production backend.organization: expected a string, got nothing; add it",
    ]);
  });

  it("is refused without a project", () => {
    expect(problemsWith({ backend: { type: "cloud", organization: "govuk" } })).toEqual([
      "production backend.project: expected a string, got nothing; add it",
    ]);
  });

  it("is refused where two environments would take the same workspace names", () => {
    const twin = { ...productionLike, dns: { publishingDomain: "other.service.gov.uk" } };

    expect(problemsOf(productionLike, twin)).toEqual([
      'production name: expected a name of its own, since stacks are called <stack>-<name>, got "production" a second time; rename one of the two',
    ]);
  });

  it.each([
    [{ organization: "gds" }, "gds"],
    [{ organization: "govuk", hostname: "tfe.gov.uk" }, "govuk at tfe.gov.uk"],
  ])("is refused where an environment is in another organisation: %o", (other, shown) => {
    const backend = { type: "cloud", project: "govuk-infrastructure", ...other };

    expect(problemsOf(productionLike, { ...staged, backend })).toEqual([
      `staging backend.organization: expected "govuk", which production has, got "${shown}"; tfc-configuration makes the workspaces of one organisation`,
    ]);
  });

  it("lets an environment keep its state elsewhere", () => {
    expect(problemsOf({ ...staged, backend: { type: "local" } }, productionLike)).toEqual([]);
  });
});
