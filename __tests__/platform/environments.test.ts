import { describe, expect, it } from "vitest";
import { mainClustersOf } from "../support/environments";
import { permanentSettings } from "../../src/platform/environments";
import { vpcCidr } from "../../src/settings/network/network";

const environments = Object.fromEntries(
  mainClustersOf(permanentSettings).map((environment) => [environment.name, environment]),
);

/** Settings in which the environments differ. A change here is one that people decided on. */
const DECIDED = {
  integration: {
    vpc: "10.1.0.0/16",
    nodes: { min: 3, desired: 6, max: 12 },
    replicas: 1,
    bedrock: true,
    neptune: true,
    secretsRecoveryDays: 0,
    forceDestroy: true,
    database: { applyImmediately: true, backupRetentionDays: 1, skipFinalSnapshot: true, autoPause: true },
    publishingDomain: "integration.publishing.service.gov.uk",
  },
  staging: {
    vpc: "10.12.0.0/16",
    nodes: { min: 3, desired: 6, max: 12 },
    replicas: 2,
    bedrock: true,
    neptune: false,
    secretsRecoveryDays: 7,
    forceDestroy: false,
    database: { applyImmediately: false, backupRetentionDays: 1, skipFinalSnapshot: false, autoPause: false },
    publishingDomain: "staging.publishing.service.gov.uk",
  },
  production: {
    vpc: "10.13.0.0/16",
    nodes: { min: 12, desired: 12, max: 24 },
    replicas: 3,
    bedrock: false,
    neptune: false,
    secretsRecoveryDays: 7,
    forceDestroy: false,
    database: { applyImmediately: false, backupRetentionDays: 7, skipFinalSnapshot: false, autoPause: false },
    publishingDomain: "publishing.service.gov.uk",
  },
};

describe.each(Object.entries(DECIDED))("%s", (name, decided) => {
  const environment = environments[name]!;
  const { network, cluster, addons, dns, grafanaDatabase } = environment;

  it("has the network, the domain and the endpoints that it is known by", () => {
    expect(vpcCidr(network.vpc)).toBe(decided.vpc);
    expect(dns.publishingDomain).toBe(decided.publishingDomain);
    expect(network.endpoints).toEqual({
      s3: true,
      ecr: true,
      secretsManager: true,
      bedrockRuntime: decided.bedrock,
      others: [],
      existing: [],
    });
    expect("legacySubnets" in network.vpc && "neptune_a" in network.vpc.legacySubnets!).toBe(decided.neptune);
  });

  it("runs its nodes and add-ons in the numbers that were decided on", () => {
    expect(cluster.nodeGroups).toEqual({
      "arm-green": {
        amiType: "AL2023_ARM_64_STANDARD",
        instanceTypes: ["m8g.4xlarge"],
        capacityType: "ON_DEMAND",
        size: decided.nodes,
        diskGib: 60,
        releaseVersion: expect.stringMatching(/^1\.36\.\d+-\d{8}$/),
      },
    });
    expect(addons.replicas).toBe(decided.replicas);
  });

  it("keeps what it holds for as long as was decided", () => {
    expect(grafanaDatabase).toMatchObject(decided.database);
    expect(environment).toMatchObject({
      deletionProtection: true,
      forceDestroy: decided.forceDestroy,
      secretsRecoveryDays: decided.secretsRecoveryDays,
      cluster: { name: "govuk", version: "1.36", authenticationMode: "API", logRetentionDays: 731 },
    });
  });
});
