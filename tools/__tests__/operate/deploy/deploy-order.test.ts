import { expect, test } from "vitest";
import { platform as windfleet } from "../../../../examples/giant-swarm";
import { definePlatform } from "../../../../src/settings/define-platform";
import { deployOrder, type Manifest } from "../../../operate/deploy/deploy-order";
import { defineEnvironments, ephemeral, organisation } from "../../../../__tests__/support/organisation";
import { terraformCloudOf } from "../../../../src/settings/organisation/terraform-cloud";
import { permanentSettings } from "../../../../src/platform/environments";
import { noAccess } from "../../../../__tests__/support/environments";

const environments = defineEnvironments(permanentSettings);

/** Environments that deploys apply, in the order of promotion. */
const DEPLOYED = organisation.promotion.filter(
  (name) => terraformCloudOf(organisation).environments[name]!.deployed,
);

/** Stacks in no helpful order. */
const chain = (environment: string): Manifest["stacks"] => ({
  [`cluster-services-${environment}`]: { dependencies: [`cluster-access-${environment}`] },
  [`cluster-access-${environment}`]: { dependencies: [`root-dns-${environment}`] },
  [`root-dns-${environment}`]: { dependencies: [`vpc-${environment}`] },
  [`vpc-${environment}`]: { dependencies: [] },
});

const MANIFEST: Manifest = {
  stacks: { ...chain("production"), ...chain("integration"), ...chain("staging") },
};

const order = (...changed: string[]) => deployOrder(MANIFEST, changed, environments).environments;

test("applies each stack after those it depends on, wherever they were listed", () => {
  expect(order(...Object.keys(chain("staging"))).staging).toEqual([
    "vpc-staging",
    "root-dns-staging",
    "cluster-access-staging",
    "cluster-services-staging",
  ]);
});

test("keeps the order where what lies between has not changed", () => {
  expect(order("cluster-services-staging", "root-dns-staging").staging).toEqual([
    "root-dns-staging",
    "cluster-services-staging",
  ]);
});

test("takes along what reads a changed stack's outputs, and what reads those in turn", () => {
  const stacks = {
    ...MANIFEST.stacks,
    "cluster-infrastructure-staging": { dependencies: ["root-dns-staging"] },
  };
  const changed = (id: string) => deployOrder({ stacks }, [id], environments).environments.staging;

  expect(changed("vpc-staging")).toEqual([
    "vpc-staging",
    "root-dns-staging",
    "cluster-access-staging",
    "cluster-infrastructure-staging",
    "cluster-services-staging",
  ]);
  expect(changed("cluster-access-staging")).toEqual(["cluster-access-staging"]);
});

test("applies the registry's stack before every environment, its own included", () => {
  const stacks = { ...MANIFEST.stacks, "ecr-production": { dependencies: [] } };
  const { registry, environments: applied } = deployOrder(
    { stacks },
    ["ecr-production", "cluster-services-production"],
    environments,
  );

  expect(registry).toEqual(["ecr-production"]);
  expect(applied.production).toEqual(["cluster-services-production"]);
});

test("keeps an environment that is not deployed yet out of deploys", () => {
  const cloud = terraformCloudOf(organisation);
  const staging = { ...cloud.environments.staging!, deployed: false };
  const organisationBefore = {
    ...organisation,
    terraformCloud: { ...cloud, environments: { ...cloud.environments, staging } },
  };
  const before = environments.map((environment) => ({ ...environment, organisation: organisationBefore }));
  const { environments: applied, notDeployed } = deployOrder(
    MANIFEST,
    ["cluster-access-staging", "cluster-access-production"],
    before,
  );

  expect(applied).toMatchObject({ integration: [], production: ["cluster-access-production"] });
  expect(applied).not.toHaveProperty("staging");
  expect(notDeployed).toMatchObject({ staging: ["cluster-access-staging"] });
});

test("gives every environment its own stacks, in the order of promotion", () => {
  const applied = order("cluster-access-production", "cluster-access-integration");

  expect(Object.keys(applied)).toEqual(DEPLOYED);
  expect(Object.entries(applied).filter(([, stacks]) => stacks.length > 0)).toEqual([
    ["integration", ["cluster-access-integration"]],
    ["production", ["cluster-access-production"]],
  ]);
});

test("applies a stack once, however often it is named", () => {
  expect(order("cluster-access-staging", "cluster-access-staging").staging).toEqual([
    "cluster-access-staging",
  ]);
});

test("applies nothing where nothing changed", () => {
  expect(Object.values(order()).flat()).toEqual([]);
  expect(Object.keys(order())).toEqual(DEPLOYED);
});

test("puts stacks that do not depend on each other in the order of their names", () => {
  const stacks = { "vpc-staging": { dependencies: [] }, "root-dns-staging": { dependencies: [] } };

  expect(deployOrder({ stacks }, Object.keys(stacks), environments).environments.staging).toEqual([
    "root-dns-staging",
    "vpc-staging",
  ]);
});

test("leaves to a person what sets up Terraform itself", () => {
  const stacks = {
    ...MANIFEST.stacks,
    "tfc-configuration": { dependencies: [] },
    "tfc-aws-config-staging": { dependencies: [] },
  };
  const { environments: applied, byHand } = deployOrder({ stacks }, Object.keys(stacks), environments);

  expect(byHand).toEqual(["tfc-aws-config-staging", "tfc-configuration"]);
  expect(Object.values(applied).flat().sort()).toEqual(Object.keys(MANIFEST.stacks).sort());
});

test("leaves stacks of tenants to their own workflow", () => {
  const stacks = { ...MANIFEST.stacks, "tenant-staging-maps-dev": { dependencies: [] } };
  const {
    environments: applied,
    tenants,
    byHand,
  } = deployOrder({ stacks }, Object.keys(stacks), environments);

  expect(tenants).toEqual(["tenant-staging-maps-dev"]);
  expect([...Object.values(applied).flat(), ...byHand]).not.toContain("tenant-staging-maps-dev");
});

test("keeps ephemeral environments out of the promotion, each in its own order", () => {
  const stacks = { ...MANIFEST.stacks, ...chain("eph-abc123"), ...chain("eph-other") };
  const changed = [...Object.keys(chain("eph-abc123")), "cluster-access-staging"];
  const settings = ["eph-abc123", "eph-other"].map((id) => ephemeral({ id, cluster: { access: noAccess } }));
  const all = defineEnvironments([...permanentSettings, ...settings]);
  const { environments: promoted, ephemeral: own, byHand } = deployOrder({ stacks }, changed, all);

  expect(Object.values(promoted).flat()).toEqual(["cluster-access-staging"]);
  expect(own).toEqual({
    "eph-abc123": [
      "vpc-eph-abc123",
      "root-dns-eph-abc123",
      "cluster-access-eph-abc123",
      "cluster-services-eph-abc123",
    ],
    "eph-other": [],
  });
  expect(byHand).toEqual([]);
});

test("says which stacks are not synthesised any more", () => {
  const { environments: applied, gone } = deployOrder(
    MANIFEST,
    ["vpc-gone", "cluster-access-staging"],
    environments,
  );

  expect(gone).toEqual(["vpc-gone"]);
  expect(applied.staging).toEqual(["cluster-access-staging"]);
});

test("applies a replica of the registry with its environment, and the registry before all", () => {
  const fleet = definePlatform(windfleet).environments;
  const stacks = {
    "ecr-hub": { dependencies: [] },
    "ecr-southwind": { dependencies: [] },
    "vpc-southwind": { dependencies: ["ecr-southwind"] },
  };
  const { registry, environments: own, notDeployed } = deployOrder({ stacks }, Object.keys(stacks), fleet);

  expect([...registry, ...(notDeployed.hub ?? [])]).toEqual(["ecr-hub"]);
  expect({ ...own, ...notDeployed }.southwind).toEqual(["ecr-southwind", "vpc-southwind"]);
});
