import { describe, expect, it } from "vitest";
import { defineEnvironment, defineEnvironments } from "../../support/organisation";
import { mainCluster } from "../../../src/settings/environment/environment";
import { environment, type OneCluster, productionLike, withOneCluster } from "../../support/environments";

describe("defineEnvironment", () => {
  it("gives a file that says little production's settings", () => {
    expect(environment()).toMatchObject({
      region: "eu-west-1",
      backend: { type: "cloud", organization: "govuk", project: "govuk-infrastructure" },
      network: {
        zones: { a: "eu-west-1a", b: "eu-west-1b", c: "eu-west-1c" },
        subnets: { private: { a: "10.13.24.0/22", b: "10.13.28.0/22", c: "10.13.32.0/22" } },
        endpoints: { s3: true, ecr: true, secretsManager: true, bedrockRuntime: false },
      },
      cluster: {
        name: "govuk",
        version: "1.36",
        nodeGroups: { "arm-green": { size: { min: 12, desired: 12, max: 24 } } },
      },
      deletionProtection: true,
      secretsRecoveryDays: 7,
    });
  });

  it("puts zones under the environment's name", () => {
    expect(environment().dns).toEqual({
      publishingDomain: "publishing.service.gov.uk",
      clusterSubdomain: "eks",
      publishingCertificate: true,
      publicZone: "production.govuk.digital",
      internalZone: "production.govuk-internal.digital",
    });
  });

  it("takes the rest of a node group from the preset of its name", () => {
    const { nodeGroups } = environment({ cluster: { nodeGroups: { x86: { diskGib: 100 } } } }).cluster;

    expect(nodeGroups.x86).toMatchObject({ amiType: "AL2023_x86_64_STANDARD", diskGib: 100 });
  });

  it("leaves out the add-ons that are off", () => {
    const { eksAddons: addons } = environment({
      cluster: { eksAddons: { "metrics-server": false } },
    }).cluster;

    expect(addons).not.toHaveProperty("metrics-server");
    expect(addons).toHaveProperty("coredns.version", "v1.13.2-eksbuild.3");
  });

  it("takes undefined for left out", () => {
    const settings = {
      ...productionLike,
      region: undefined,
      network: {
        ...productionLike.network,
        zones: undefined,
        subnets: { public: undefined },
        endpoints: { s3: undefined },
      },
      cluster: {
        version: undefined,
        endpointAccess: { public: undefined },
        nodeGroups: { "arm-green": { size: undefined } },
        eksAddons: { coredns: { version: undefined }, "vpc-cni": undefined },
      },
      grafanaDatabase: { maxCapacity: undefined },
      alarmEmailSecret: undefined,
    };
    const nodeGroups = { "arm-green": {} };

    expect(mainCluster(defineEnvironment(withOneCluster(settings as OneCluster)))).toEqual(
      environment({ cluster: { nodeGroups } }),
    );
  });

  it("tells all that is wrong with all environments in one error", () => {
    const define = () =>
      defineEnvironments([
        withOneCluster({
          ...productionLike,
          name: "staging",
          // @ts-expect-error a file that was not type-checked
          cluster: { version: 1.36, nodeGroups: { x86: { diskGib: "60" } } },
        }),
        withOneCluster({
          ...productionLike,
          region: "eu-vest-1",
          cluster: { version: "1.36.2", nodeGroups: {} },
          secretsRecoveryDays: 3,
        }),
      ]);

    expect(define).toThrow(
      [
        "6 problems in the configuration:",
        "  - staging clusters.govuk.version: expected a string, got 1.36; put it in quotes",
        '  - staging clusters.govuk.nodeGroups.x86.diskGib: expected a number, got "60"; write it without quotes',
        '  - production region: expected a region of EKS, got "eu-vest-1"; did you mean "eu-west-1"?',
        "  - production secretsRecoveryDays: expected 0, or a whole number from 7 to 30, got 3; Secrets Manager takes no other",
        '  - production clusters.govuk.version: expected a minor version such as "1.36", got "1.36.2"; EKS chooses the patch itself',
        "  - production clusters.govuk.nodeGroups: expected one node group at least, got none; pods would have nowhere to run",
      ].join("\n"),
    );
  });

  it("counts one problem as one", () => {
    expect(() => environment({ secretsRecoveryDays: 3 })).toThrow(
      /^1 problem in the configuration:\n  - production /,
    );
  });
});
