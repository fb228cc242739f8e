import { describe, expect, it } from "vitest";
import { platform as settings } from "../../examples/river-authority";
import { definePlatform, type PlatformSettings } from "../../src/settings/define-platform";
import { parseProduct } from "../../src/settings/products/product-file";
import { synthesisePlatform } from "../support/synthesise";
import type { Block } from "../support/terraform";
import { objectsOf } from "../support/tenant-stacks";

const file = (product: string, lines: string) =>
  parseProduct(
    `tenants/maps/${product}.yaml`,
    "maps",
    `product: ${product}
owner: { team: maps, email: maps@example.org, channel: "#maps", source: river-authority/${product}, digest: 0 9 * * 1-5 }
${lines}
`,
  );

const PLACES = `environments:
  dev: { cluster: dev, access: [] }
  live:
    cluster: live
    access: []
    deploy: { mode: push, repository: river-authority/charts, gitHubEnvironment: live, branches: [main], reviewers: [maps] }`;

/** River authority with Sentry, which Seal tells of pull requests. */
const withReports = (slackWorkspace?: string): PlatformSettings => {
  const { organisation, environments, products } = settings;
  return {
    ...settings,
    organisation: {
      ...organisation,
      externalServices: {
        sentry: { slug: "river", environment: "dev", alertsAbout: "live", slackWorkspace },
      },
    },
    environments: environments.map((environment) => ({
      ...environment,
      externalServices: { sentry: true, uptime: false },
      clusters: Object.fromEntries(
        Object.entries(environment.clusters).map(([name, cluster]) => [
          name,
          { ...cluster, addons: { ...cluster.addons, seal: environment.name === "live" } },
        ]),
      ),
    })),
    products: {
      ...products!,
      gitHubEnvironments: false,
      files: [
        file("tide", `sentry: true\n${PLACES}`),
        file("ebb", "environments: { dev: { cluster: dev, access: [] } }"),
      ],
    },
  };
};

const stacks = synthesisePlatform(definePlatform(withReports("River Authority")));
const ofResources = (stack: string): Block => stacks[stack]!.json.resource as Block;

describe("Sentry for a product", () => {
  const dev = ofResources("external-services-dev");
  const live = ofResources("external-services-live");

  it("has one project, which its team looks after and hears of in its channel", () => {
    expect(Object.keys(dev.sentry_project)).toEqual(["product-projects_tide"]);
    expect(dev.sentry_project["product-projects_tide"]).toMatchObject({
      slug: "product-tide",
      teams: ["${sentry_team.product-teams_maps.slug}"],
    });
    expect(dev.sentry_alert["product-alerts_tide_alert"]).toMatchObject({
      environment: "live",
      action_filters: [{ actions: [{ slack: { channel_name: "#maps" } }] }],
    });
    expect(live.sentry_project).toBeUndefined();
  });

  it("tells the team's members by e-mail where Sentry knows no workspace of Slack", () => {
    const quiet = synthesisePlatform(definePlatform(withReports()))["external-services-dev"]!.json.resource;

    expect(quiet.sentry_alert["product-alerts_tide_alert"].action_filters[0].actions[0]).toHaveProperty(
      "email",
    );
  });

  it("has a key for each namespace, in the environment of its cluster", () => {
    expect(Object.keys(dev.sentry_key)).toEqual(["product-keys_dev-tide-dev"]);
    expect(Object.keys(live.sentry_key)).toEqual(["product-keys_live-tide-live"]);
    expect(live.sentry_key["product-keys_live-tide-live"].project).toBe("product-tide");
  });

  it("hands each address over where the namespace's own role alone reads it", () => {
    const secret = live.aws_secretsmanager_secret["product-keys_live-tide-live-dsn_secret"];
    const tenant = ofResources("tenant-live-tide-live");
    const policies = JSON.stringify(tenant.aws_iam_role_policy);

    expect(secret.name).toBe("tenants/live/tide-live/sentry/dsn");
    expect(policies).toContain("secret:tenants/live/tide-live/*");
    expect(policies).not.toContain("kms:Decrypt");
    expect(objectsOf(stacks["tenant-live-tide-live"]!)).toContainEqual(
      expect.objectContaining({
        kind: "ExternalSecret",
        metadata: expect.objectContaining({ name: "sentry", namespace: "tide-live" }),
      }),
    );
  });

  it("is nothing to a product that does not ask for it", () => {
    expect(ofResources("tenant-dev-ebb-dev").aws_iam_role).toBeUndefined();
  });
});

describe("the message about open pull requests", () => {
  it("goes to a product's channel, and covers the repositories of its source and its pipelines", () => {
    const release = ofResources("cluster-services-live").helm_release;
    const jobs = JSON.stringify(release.seal_jobs.values);

    expect(jobs).toContain("seal-product-tide");
    expect(jobs).toContain("river-authority/charts river-authority/tide");
    expect(jobs).toContain("seal-product-ebb");
    expect(ofResources("cluster-services-dev").helm_release.seal_jobs).toBeUndefined();
  });
});
