import { describe, expect, it } from "vitest";
import { organisation as organisationSettings } from "../../../src/platform/organisation";
import { defineEnvironment } from "../../../src/settings/define/environments";
import { defineOrganisation } from "../../../src/settings/define/organisation";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { OrganisationSettings } from "../../../src/settings/organisation/schema";
import { TfcAwsConfigStack } from "../../../src/stacks/tfc-aws-config";
import type { ComputeSettings } from "../../../src/settings/cluster/compute/schema";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { testApp } from "../../support/app";
import { noAccess, productionLike, withOneCluster } from "../../support/environments";
import { tenants } from "../../support/organisation";

const limits = { cpu: 64, memoryGib: 256 };

/** Subnets of the cluster at a position, none of the first, which has the standard layout. */
function subnetsOf(index: number): Pick<ClusterSettings, "subnets"> {
  const tier = (first: number) =>
    Object.fromEntries(
      ["a", "b", "c"].map((zone, at) => [zone, `10.13.${120 + index * 9 + first + at}.0/24`]),
    );
  return index === 0 ? {} : { subnets: { controlPlane: tier(0), public: tier(3), private: tier(6) } };
}

/** Problems of HCP Terraform's roles in an environment with clusters of these names. */
function problemsWithClusters(...names: string[]): string[] {
  return problemsOf(clustersNamed(names), organisationSettings);
}

const clustersNamed = (names: readonly string[]): EnvironmentSettings => ({
  ...withOneCluster(productionLike),
  clusters: Object.fromEntries(
    names.map((name, index) => [
      name,
      { access: noAccess, main: index === 0, subdomain: `c${index}`, ...subnetsOf(index) },
    ]),
  ),
});

function problemsOf(settings: EnvironmentSettings, organisation: OrganisationSettings): string[] {
  const environment = defineEnvironment(settings, defineOrganisation(organisation));
  if (environment.backend.type !== "cloud") {
    throw new Error(`backend: expected one in HCP Terraform, got ${environment.backend.type}`);
  }
  return new TfcAwsConfigStack(testApp(), environment, environment.backend, tenants).node.validate();
}

describe("the roles of HCP Terraform's runs", () => {
  it("have room for a cluster with the longest name", () => {
    expect(problemsWithClusters("a".repeat(40))).toEqual([]);
  });

  it.each<ComputeSettings>([
    { kind: "karpenter", controller: "fargate", nodePools: { arm: { limits } } },
    { kind: "auto", nodePools: { arm: { limits } } },
  ])("have room for a cluster with the longest name whose nodes come from $kind", (compute) => {
    const [[name, cluster]] = Object.entries(clustersNamed(["a".repeat(40)]).clusters) as [
      [string, ClusterSettings],
    ];
    const settings = { ...withOneCluster(productionLike), clusters: { [name]: { ...cluster, compute } } };

    expect(problemsOf({ ...settings, serviceLinkedRoles: { spot: "make" } }, organisationSettings)).toEqual(
      [],
    );
  });

  it("have room for as many clusters as there are, since each has roles of its own", () => {
    expect(
      problemsWithClusters("govuk", ...Array.from({ length: 12 }, (_, index) => `blue-${index}`)),
    ).toEqual([]);
  });

  it("have room for hundreds of namespaces of applications", () => {
    const namespaces = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`tenant-${index}`, {}]));
    const organisation = {
      ...organisationSettings,
      namespaces: { ...organisationSettings.namespaces, ...namespaces },
    };

    expect(problemsOf(clustersNamed(["govuk"]), organisation)).toEqual([]);
  });

  it("refuse a cluster whose policies IAM would refuse in the first apply", () => {
    const names = Array.from({ length: 60 }, (_, index) => `arm-of-department-${index}`);
    const settings = clustersNamed(["govuk"]);
    const { govuk } = settings.clusters;
    const nodeGroups = Object.fromEntries(names.map((name) => [name, {}]));

    expect(
      problemsOf({ ...settings, clusters: { govuk: { ...govuk!, nodeGroups } } }, organisationSettings),
    ).toEqual([
      expect.stringMatching(
        /^production clusters: expected parts whose names fit the 6144 characters that IAM allows tfc-aws-config-production\/apply\/change-alarms, got \d{4} with govuk; shorten names of node groups and clusters, or move node groups to another cluster$/,
      ),
    ]);
  });
});
