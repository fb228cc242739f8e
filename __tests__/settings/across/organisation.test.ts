import { describe, expect, it } from "vitest";
import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { organisation as settings } from "../../../src/platform/organisation";
import { checkEnvironments } from "../../../src/settings/define/environments";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { checkOrganisation, defineOrganisation } from "../../../src/settings/define/organisation";
import type { OrganisationSettings } from "../../../src/settings/organisation/schema";
import { noAccess, productionLike, withOneCluster } from "../../support/environments";

/** Names of environments, as messages list them. */
const NAMES = environmentNames(settings).join(", ");

const production = withOneCluster(productionLike);
const shortLived: EnvironmentSettings = {
  ...production,
  name: "eph-a",
  clusters: { "eph-a": { access: noAccess } },
};
const inFiles = { backend: { type: "local" } } as const;

const problemsIn = (differences: Partial<OrganisationSettings>, environment: EnvironmentSettings) =>
  checkEnvironments([environment], defineOrganisation({ ...settings, ...differences })).problems;

describe("the account of an environment", () => {
  it("is one of its organisation's", () => {
    expect(problemsIn({}, { ...production, name: "unheard-of" }).join()).toContain(
      `unheard-of name: expected one of ${NAMES}, got "unheard-of"; add its account to organisation.accounts first`,
    );
  });

  it("is no other environment's", () => {
    const accounts = { ...settings.accounts, staging: settings.accounts.production! };

    expect(checkOrganisation({ ...settings, accounts }).problems).toContain(
      `organisation.accounts.production: expected an account of its own, got "${settings.accounts.production}", which staging has; give each environment another`,
    );
  });

  it("is there for environments that live for days where the organisation has one for them", () => {
    expect(problemsIn({}, shortLived)).toEqual([]);
  });

  it("is refused to environments that live for days where the organisation has none for them", () => {
    const accounts = Object.fromEntries(
      Object.entries(settings.accounts).filter(([name]) => name !== "ephemeral"),
    );

    expect(problemsIn({ accounts, ephemeral: false, containerRegistry: false }, shortLived)).toContain(
      'eph-a name: expected the name of an environment that stays, got "eph-a"; environments live for days where the organisation has ephemeral and accounts.ephemeral',
    );
  });
});

describe("state in HCP Terraform", () => {
  it("is refused where the organisation has no HCP Terraform", () => {
    expect(problemsIn({ terraformCloud: false }, production)).toContain(
      'production backend.type: expected s3 or local, got "cloud"; write s3 or local: organisation.terraformCloud is false',
    );
  });

  it("is refused to an environment without workspaces", () => {
    const cloud = settings.terraformCloud && { ...settings.terraformCloud, environments: {} };

    expect(problemsIn({ terraformCloud: cloud }, production)).toContain(
      'production backend.type: expected s3 or local, got "cloud"; add organisation.terraformCloud.environments.production, or write s3 or local',
    );
  });
});

describe("what the organisation does without", () => {
  it("is a registry, so that no image is verified", () => {
    const settings = { ...production, ...inFiles };
    const clusters = { govuk: { ...production.clusters.govuk!, addons: { kyverno: {} } } };

    expect(problemsIn({ containerRegistry: false }, settings)).toEqual([]);
    expect(problemsIn({ containerRegistry: false }, { ...settings, clusters })).toEqual([
      "production clusters.govuk.addons.kyverno: expected false, or podSecurity, got an object; leave it out: organisation.containerRegistry is false",
    ]);
  });

  it("is a registry, and Kyverno judges pods all the same", () => {
    const settings = { ...production, ...inFiles };
    const judging = (kyverno: object) => ({
      ...settings,
      clusters: { govuk: { ...production.clusters.govuk!, addons: { kyverno } } },
    });

    expect(problemsIn({ containerRegistry: false }, judging({ podSecurity: "enforce" }))).toEqual([]);
    expect(
      problemsIn(
        { containerRegistry: false },
        judging({ podSecurity: "enforce", unsigned: { reason: "No workflow signs yet." } }),
      ),
    ).toEqual([
      "production clusters.govuk.addons.kyverno.unsigned: expected false, got an object; leave it out: organisation.containerRegistry is false",
    ]);
  });

  it("is Sentry, so that no environment sends it exceptions", () => {
    const externalServices = { ...settings.externalServices, sentry: false } as const;

    expect(problemsIn({ externalServices }, { ...production, externalServices: { sentry: true } })).toEqual([
      "production externalServices.sentry: expected false, got true; leave it out: organisation.externalServices.sentry is false",
    ]);
  });
});
