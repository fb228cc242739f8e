import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ADDON_DATABASE_PORT } from "../../src/settings/databases/database";
import { stackId } from "../../src/settings/environment/stack-names";
import { everyEnvironment, everyPlatform } from "../support/every-platform";
import { problemsWith } from "../support/environments";
import { type Block, valuesOf } from "../support/terraform";

const clusters = everyEnvironment.flatMap(({ clusters }) => clusters);
const withDatabases = clusters.filter(
  ({ grafanaDatabase, workflowsDatabase }) => grafanaDatabase !== false || workflowsDatabase !== false,
);

it("are there to be looked at", () => {
  expect(withDatabases.length).toBeGreaterThan(2);
});

describe.each(withDatabases)("databases of $cluster.name in $name", (environment) => {
  const infrastructure = everyPlatform[stackId("cluster-infrastructure", environment)]!;
  const services = everyPlatform[stackId("cluster-services", environment)]!;
  const databases = infrastructure.all(RdsCluster);
  const values = services.all(Release).map((release) => JSON.stringify(valuesOf(release)));
  const modes = values.flatMap((text) =>
    [...text.matchAll(/"(?:ssl_?mode":|PGSSLMODE","value":)"([\w-]+)"/gi)].map(([, mode]) => mode),
  );
  const hosts = values
    .map((text) => [...text.matchAll(/outputs\.\w+_database_endpoint/g)].map(([host]) => host))
    .filter((called) => called.length > 0);

  // Both the add-on and the Job that makes its user.
  it("are known to each client by a certificate, whatever answers at their address", () => {
    expect(modes).toEqual(databases.flatMap(() => ["verify-full", "verify-full"]));
  });

  it("are called by the name that their certificate has", () => {
    expect(hosts.map((called) => called.length)).toEqual(databases.flatMap(() => [1, 1]));
  });

  it("are one for each add-on, whose user owns its own and knows no other", () => {
    expect(new Set(hosts.flat()).size).toBe(databases.length);
    expect(new Set(databases.map(({ cluster_identifier }) => cluster_identifier)).size).toBe(
      databases.length,
    );
    expect(databases.filter(({ database_name }) => database_name === undefined)).toEqual([]);
  });

  it("admit the port that policies open to their clients, and no other", () => {
    const rules = infrastructure
      .all(VpcSecurityGroupIngressRule)
      .filter(({ description }) => description === "PostgreSQL from the cluster");
    const policies = valuesOf(services.named(Release)["network-policies"]!).objects as Block[];
    const opened = policies.flatMap(({ spec }) =>
      ((spec.egress ?? []) as Block[])
        .flatMap(({ ports }) => (ports ?? []) as Block[])
        .map(({ port }) => port as number)
        .filter((port) => port === 5432 || port === ADDON_DATABASE_PORT),
    );

    expect(rules.map(({ from_port, to_port }) => [from_port, to_port])).toEqual(
      databases.map(({ port }) => [port, port]),
    );
    expect(new Set(opened)).toEqual(new Set(databases.map(({ port }) => port as number)));
  });
});

describe("a port of add-ons' databases", () => {
  it("is their own unless a reason says otherwise", () => {
    expect(problemsWith({ grafanaDatabase: { usualPort: { reason: "x" } } })).toEqual([
      expect.stringContaining("grafanaDatabase.usualPort.reason: expected a sentence"),
    ]);
  });

  it("is none that a namespace of applications may call", () => {
    expect(
      problemsWith({ namespaces: { apps: { databases: { rds: [5432, ADDON_DATABASE_PORT] } } } }),
    ).toEqual([
      expect.stringContaining("namespaces.apps.databases.rds: expected ports of applications' databases"),
    ]);
    expect(problemsWith({ namespaces: { apps: { databases: { rds: [5432] } } } })).toEqual([]);
  });
});
