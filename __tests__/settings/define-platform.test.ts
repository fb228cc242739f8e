import { describe, expect, it } from "vitest";
import { platform as river } from "../../examples/river-authority";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { definePlatform } from "../../src/settings/define-platform";
import { application, smallTenants, team } from "../support/tenants";
import { organisation } from "../support/organisation";
import { productionLike, withOneCluster } from "../support/environments";

const ofOneEnvironment = { ...organisation, promotion: ["production"], releases: {} };

describe("definePlatform", () => {
  it("takes environments and tenants that are right", () => {
    const { environments, tenants } = definePlatform({
      organisation: ofOneEnvironment,
      environments: [withOneCluster(productionLike)],
      tenants: smallTenants,
    });

    expect(environments.map(({ name }) => name)).toEqual(["production"]);
    expect(tenants).toMatchObject(smallTenants);
  });

  it("lets no team own what its members cannot sign in to", () => {
    const define = () =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster(productionLike)],
        tenants: { ...smallTenants, teams: [{ ...team, gitHubTeam: "alphagov:gov-uk-hidden" }] },
      });

    expect(define).toThrow(
      /^1 problem in the configuration:\n {2}- tenants teams\.search\.gitHubTeam: expected a team that signs in to production, got "alphagov:gov-uk-hidden"; add it to addons\.dex\.teams/,
    );
  });

  it("asks for no team where nobody signs in through GitHub", () => {
    const addons = {
      dex: { signIn: { password: true, reason: "Made for a test." } },
    } as const;
    const teams = [{ ...team, gitHubTeam: "alphagov:gov-uk-hidden" }];

    expect(() =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster({ ...productionLike, addons })],
        tenants: { ...smallTenants, teams },
      }),
    ).not.toThrow();
  });

  it("reports the problems of both in one error", () => {
    const define = () =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster({ ...productionLike, secretsRecoveryDays: 3 })],
        tenants: { ...smallTenants, applications: [{ ...application, team: "hmrc" }] },
      });

    expect(define).toThrow(/^2 problems in the configuration:\n {2}- production secretsRecoveryDays: /);
    expect(define).toThrow(/\n {2}- tenants applications\.search-api\.team: /);
  });

  it("reports an environment that it cannot read alone, not the products in it", () => {
    const [, live] = river.environments;
    const dev = { name: "dev" } as EnvironmentSettings;

    expect(() => definePlatform({ ...river, environments: [dev, live!] })).toThrow(
      /^(1 problem|\d problems) in the configuration:(\n {2}- dev [^\n]*)+$/,
    );
  });
});
