import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { describe, expect, it } from "vitest";
import { defineEnvironment, defineEnvironments, ephemeral, organisation } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import type { EphemeralSettings } from "../../../src/settings/environment/ephemeral";
import { mainCluster } from "../../../src/settings/environment/environment";
import { problemsOf, withoutAccess } from "../../support/environments";

const defined = (settings: Partial<EphemeralSettings> = {}) =>
  mainCluster(defineEnvironment(withoutAccess(ephemeral({ id: "eph-abc123", ...settings }))));

const environment = defined();

describe("an ephemeral environment", () => {
  it("gives its id to its cluster and to its project in HCP Terraform", () => {
    expect(environment.name).toBe("eph-abc123");
    expect(environment.cluster.name).toBe("eph-abc123");
    expect(environment.backend).toEqual({ type: "cloud", organization: "govuk", project: "eph-abc123" });
  });

  it("lives in 10.10.0.0/16 with the legacy subnets, Neptune's among them", () => {
    const { vpc, subnets } = environment.network;

    expect(vpc).toMatchObject({
      cidr: "10.10.0.0/16",
      legacySubnets: {
        a: { cidr: "10.10.4.0/24" },
        rds_a: { cidr: "10.10.10.0/24" },
        neptune_c: { cidr: "10.10.38.0/24" },
      },
    });
    expect(subnets.private).toEqual({ a: "10.10.24.0/22", b: "10.10.28.0/22", c: "10.10.32.0/22" });
  });

  it("leaves IAM's analyzers, of which an account has one per region, to the account", () => {
    expect(environment.network.vpc).toMatchObject({ accessAnalyzers: false });
  });

  it("does without the Bedrock endpoint", () => {
    expect(environment.network.endpoints.bedrockRuntime).toBe(false);
  });

  it("runs on one group of m7g.2xlarge nodes, arm-blue, at its usual size", () => {
    expect(Object.keys(environment.cluster.nodeGroups)).toEqual(["arm-blue"]);
    expect(environment.cluster.nodeGroups["arm-blue"]).toMatchObject({
      instanceTypes: ["m7g.2xlarge"],
      size: { min: 3, desired: 6, max: 12 },
    });
  });

  it("runs neither the Pod Identity agent nor the flow monitor's", () => {
    expect(Object.keys(environment.cluster.eksAddons)).toEqual([
      "vpc-cni",
      "kube-proxy",
      "coredns",
      "metrics-server",
    ]);
  });

  it("runs add-ons in three copies, as production does", () => {
    expect(environment.addons.replicas).toBe(3);
  });

  it("keeps logs for a week", () => {
    expect(environment.cluster.logRetentionDays).toBe(7);
  });

  it("keeps deleted secrets, and so their names, for a week", () => {
    expect(environment.secretsRecoveryDays).toBe(7);
  });

  it("is destroyed with what is in it, for a reason that is written down", () => {
    expect(environment.forceDestroy).toBe(true);
    expect(environment.deletionProtection).toMatchObject({
      enabled: false,
      reason: expect.stringMatching(/\w+/),
    });
  });

  it("has no database for Grafana", () => {
    expect(environment.grafanaDatabase).toBe(false);
  });

  it("e-mails nobody", () => {
    expect(environment.alarmEmailSecret).toBe(false);
  });

  it("deletes volumes that nothing claims any more", () => {
    expect(environment.addons.ebsCsiDriver).toMatchObject({ reclaimPolicy: "Delete" });
  });

  it("has a public zone of its own, which Terraform delegates from the account's", () => {
    expect(environment.dns).toMatchObject({
      parentZone: "test.govuk.digital",
      publicZone: "eph-abc123.test.govuk.digital",
    });
  });

  it("has a publishing domain of its own, which its certificate leaves out", () => {
    expect(environment.dns).toMatchObject({
      publishingDomain: "eph-abc123.publishing.service.gov.uk",
      publishingCertificate: false,
    });
  });

  it("copies no secret, so that it neither ships logs nor pages anybody", () => {
    expect(environment.addons.externalSecrets).toMatchObject({ secrets: [] });
  });

  it("has no ServiceMonitor for ExternalDNS and the load balancer controller", () => {
    const { externalDns, awsLoadBalancerController } = environment.addons;

    for (const service of [externalDns, awsLoadBalancerController]) {
      expect(service).toMatchObject({ values: { serviceMonitor: { enabled: false } } });
    }
  });

  it("removes DNS records with the Ingress that they belong to", () => {
    expect(environment.addons.externalDns).toMatchObject({ values: { policy: "sync" } });
  });

  it("lets everybody sign in with one password, as the administrator", () => {
    expect(environment.addons.dex).toMatchObject({ signIn: { password: true } });
  });

  it("lets in the role that HCP Terraform plans with, which is this environment's alone", () => {
    expect(environment.cluster.terraformRoles).toEqual({ plan: "terraform-plan_eph-abc123" });
  });

  it("may try out another cluster, and keeps what is not said of it", () => {
    const { cluster } = defined({ cluster: { version: "1.35" } });

    expect(cluster).toMatchObject({ name: "eph-abc123", version: "1.35", logRetentionDays: 7 });
  });

  it("runs the newest release, unless it tries out another or a Kubernetes of its own", () => {
    const releaseOf = (settings: object) => defined(settings).cluster.release;

    const numbers = Object.keys(organisation.releases).filter((name) => /^\d+$/.test(name));

    expect(releaseOf({})).toBe(String(Math.max(...numbers.map(Number))));
    expect(releaseOf({ cluster: { release: "next" } })).toBe("next");
    expect(releaseOf({ cluster: { version: "1.35" } })).toBeUndefined();
  });

  it("gets along with others of its kind and with the permanent ones", () => {
    const others = ["eph-1", "eph-2"].map((id) => withoutAccess(ephemeral({ id })));

    expect(defineEnvironments([...permanentSettings, ...others])).toHaveLength(
      permanentSettings.length + others.length,
    );
  });

  it.each(["eph-", "eph-ABC", "eph_abc", "eph-a-b", "eph-a.b", "eph-12345678901234", "abc123", "xeph-1"])(
    "is not called %o",
    (id) => {
      expect(problemsOf(withoutAccess(ephemeral({ id }))).join("\n")).toContain(
        `name: expected one of ${environmentNames(organisation).join(", ")}`,
      );
    },
  );
});
