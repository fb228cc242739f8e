import { describe, expect, it } from "vitest";
import { platform as river } from "../../examples/river-authority";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { definePlatform } from "../../src/settings/define-platform";
import { searchElsewhere, searchProducts } from "../support/products";
import { organisation } from "../support/organisation";
import { productionLike, withOneCluster } from "../support/environments";

const ofOneEnvironment = { ...organisation, promotion: ["production"], releases: {} };

describe("definePlatform", () => {
  it("takes environments and tenants that are right", () => {
    const { environments, tenants } = definePlatform({
      organisation: ofOneEnvironment,
      environments: [withOneCluster(productionLike)],
      products: searchProducts(),
    });

    expect(environments.map(({ name }) => name)).toEqual(["production"]);
    expect(tenants).toMatchObject({
      teams: [{ name: "search", slackChannel: "#govuk-search", namespaces: ["apps"] }],
      applications: [
        {
          name: "search-api",
          product: "search",
          team: "search",
          repository: "alphagov/search-api",
          images: ["search-api"],
          sentry: false,
          hasService: true,
        },
      ],
    });
  });

  it("lets no team own what its members cannot sign in to", () => {
    const define = () =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster(productionLike)],
        products: searchProducts("alphagov:gov-uk-hidden"),
      });

    expect(define).toThrow(
      /^1 problem in the configuration:\n {2}- products\.teams\.search\.group: expected a group that Dex on production lets in: .*, got "alphagov:gov-uk-hidden"; write one of them/,
    );
  });

  it("asks for no team where nobody signs in through GitHub", () => {
    const addons = {
      dex: { signIn: { password: true, reason: "Made for a test." } },
    } as const;

    expect(() =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster({ ...productionLike, addons })],
        products: searchProducts("alphagov:gov-uk-hidden"),
      }),
    ).not.toThrow();
  });

  it("reports the problems of both in one error", () => {
    const define = () =>
      definePlatform({
        organisation: ofOneEnvironment,
        environments: [withOneCluster({ ...productionLike, secretsRecoveryDays: 3 })],
        products: searchElsewhere("licensify"),
      });

    expect(define).toThrow(/^2 problems in the configuration:\n {2}- production secretsRecoveryDays: /);
    expect(define).toThrow(
      /\n {2}- tenants\/search\/search\.yaml:5: applications applications\.search-api\.namespace: /,
    );
  });

  it("reports an environment that it cannot read alone, not the products in it", () => {
    const [, live] = river.environments;
    const dev = { name: "dev" } as EnvironmentSettings;

    expect(() => definePlatform({ ...river, environments: [dev, live!] })).toThrow(
      /^(1 problem|\d problems) in the configuration:(\n {2}- dev [^\n]*)+$/,
    );
  });
});
