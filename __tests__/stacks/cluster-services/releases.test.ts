import { Release } from "@cdktf/provider-helm/lib/release";
import { expect, test } from "vitest";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { ClusterAccessStack } from "../../../src/stacks/cluster-access";
import { ClusterServicesStack } from "../../../src/stacks/cluster-services";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import { testApp } from "../../support/app";
import { environment, type OneCluster } from "../../support/environments";
import { tenants } from "../../support/organisation";
import { cilium, everyAddon, flux, karpenter } from "../../support/services";
import { Terraform } from "../../support/terraform";

const names = Object.values(ADDON_CHARTS).map(({ name }) => name);
const charts = Object.fromEntries(names.map((name, index) => [name, `99.0.${index}`]));

/** A cluster whose release has a version of each chart that no other has. */
const released = (settings: OneCluster): ClusterEnvironment => {
  const made = environment(settings);
  return { ...made, cluster: { ...made.cluster, charts } };
};

const servicesOf = (settings: OneCluster): Terraform =>
  Terraform.from(new ClusterServicesStack(testApp(), released(settings), tenants));

const installed = [everyAddon, karpenter, flux]
  .map(servicesOf)
  .concat(Terraform.from(new ClusterAccessStack(testApp(), released(cilium))))
  .flatMap((terraform) => terraform.all(Release));

test("every chart has the version of the cluster's release", () => {
  const versions = installed
    .filter(({ chart }) => names.includes(String(chart)))
    .map(({ chart, version }) => [String(chart), version] as const);

  expect(Object.fromEntries(versions)).toEqual(charts);
  expect(versions.filter(([name, version]) => version !== charts[name])).toEqual([]);
});

test("what goes by the version of a chart goes by that of the release", () => {
  const values = installed.map((release) => String(release.values)).join("\n");
  const labels = [...values.matchAll(/"app\.kubernetes\.io\/version": "([^"]+)"/g)].map(
    ([, version]) => version,
  );

  expect(values.includes(`gatekeeper-crds:v${charts.gatekeeper}`)).toBe(true);
  expect([...new Set(labels)].sort()).toEqual([charts["argo-workflows"], charts.grafana].sort());
});
