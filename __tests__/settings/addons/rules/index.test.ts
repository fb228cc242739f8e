import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { foundation, nothing } from "../../../support/services";

/** These tests are about other add-ons than those that Sentry needs. */
const problemsOf = (addons: object) => problemsWith({ addons, externalServices: { sentry: false } });
const wrong = (text: string) => `production clusters.govuk.addons.${text}`;

describe("addons.replicas", () => {
  it.each([1, 2, 3])("may be %d", (replicas) => {
    expect(problemsOf({ replicas })).toEqual([]);
  });

  it.each([0, -1, 1.5, 10])("may not be %d", (replicas) => {
    expect(problemsOf({ replicas })).toEqual([
      wrong(
        `replicas: expected a whole number from 1 to 9, got ${replicas}; switch an add-on off with false instead ` +
          "of running none of it",
      ),
    ]);
  });
});

describe("addons.registries", () => {
  it.each([
    ["ghcr.io", "mirror.example"],
    ["public.ecr.aws", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/public"],
    ["charts.dexidp.io", "oci://mirror.example:8443/charts/dex_1"],
    ["localhost:5000", "localhost:5001"],
  ])("may send %s to %s", (host, mirror) => {
    expect(problemsOf({ registries: { [host]: mirror } })).toEqual([]);
  });

  it.each(["https://ghcr.io", "ghcr.io/dexidp", "ghcr", "GHCR.io", ""])("may not redirect %o", (host) => {
    expect(problemsOf({ registries: { [host]: "mirror.example" } })).toEqual([
      expect.stringMatching(
        /: expected an upstream host such as "ghcr\.io", got ".*"; leave out the scheme and whatever comes after the host$/,
      ),
    ]);
  });

  it.each(["https://mirror.example", "mirror.example/", "mirror", "mirror.example/a b", "oci://", ""])(
    "may not redirect to %o",
    (mirror) => {
      expect(problemsOf({ registries: { "ghcr.io": mirror } })).toEqual([
        wrong(
          `registries["ghcr.io"]: expected a mirror such as "registry.example/github", got "${mirror}"; write host ` +
            "and path in lower case without a final slash; oci:// may come first, no other scheme",
        ),
      ]);
    },
  );
});

describe("External Secrets that are switched off", () => {
  it.each([
    ["seal", { addons: { externalSecrets: false } }, "its tokens"],
    [
      "externalServices.sentry",
      { addons: { externalSecrets: false } },
      "the addresses that applications report to",
    ],
  ])("are missed by %s", (name, overrides, what) => {
    expect(problemsWith(overrides)).toContain(
      `production clusters.govuk.addons.externalSecrets: expected externalSecrets on, since ${name} needs it for ${what}, got ` +
        `false; switch externalSecrets on, or ${name} off as well`,
    );
  });

  it("are not missed by what is switched off as well", () => {
    const overrides = {
      addons: { externalSecrets: false, seal: false },
      externalServices: { sentry: false },
    };

    expect(problemsWith(overrides).join()).not.toMatch(/since (seal|externalServices)/);
  });
});

describe("an add-on that is switched off", () => {
  it.each(["clusterAutoscaler", "oauth2Proxy"])("is missed by none where it is %s", (name) => {
    expect(problemsOf({ [name]: false })).toEqual([]);
  });

  it.each([
    ["externalSecrets", "its clients' credentials"],
    ["awsLoadBalancerController", "its Ingress"],
    ["externalDns", "its DNS record"],
  ])("is refused where it is %s and dex is on", (name, what) => {
    expect(problemsOf({ ...foundation, [name]: false })).toEqual([
      wrong(
        `${name}: expected ${name} on, since dex needs it for ${what}, got false; switch ${name} on, or dex off ` +
          "as well",
      ),
    ]);
    expect(problemsOf({ ...foundation, [name]: false, dex: false })).toEqual([]);
  });

  it("is refused by Prometheus where it is ebsCsiDriver", () => {
    expect(problemsOf({ ...foundation, kubePrometheusStack: {}, ebsCsiDriver: false })).toEqual([
      wrong(
        "ebsCsiDriver: expected ebsCsiDriver on, since kubePrometheusStack needs it for its volumes, got false; " +
          "switch ebsCsiDriver on, or kubePrometheusStack off as well",
      ),
    ]);
  });

  it("is refused by everything that is monitored where it is prometheusOperatorCrds", () => {
    const problems = problemsOf({
      ...foundation,
      kubePrometheusStack: {},
      prometheusBlackboxExporter: {},
      prometheusOperatorCrds: false,
      dex: false,
      externalDns: false,
    });

    expect(problems).toEqual(
      Object.entries({
        externalSecrets: "its ServiceMonitor",
        awsLoadBalancerController: "its ServiceMonitor",
        clusterAutoscaler: "its ServiceMonitor",
        ebsCsiDriver: "its ServiceMonitor",
        kubePrometheusStack: "its custom resources",
        prometheusBlackboxExporter: "its Probes",
      }).map(([name, what]) =>
        wrong(
          `prometheusOperatorCrds: expected prometheusOperatorCrds on, since ${name} needs it for ${what}, got ` +
            `false; switch prometheusOperatorCrds on, or ${name} off as well`,
        ),
      ),
    );
  });

  it("can be every one of them", () => {
    expect(problemsOf(nothing)).toEqual([]);
  });
});

describe("addons.externalDns.domains", () => {
  it.each(["eks.production.govuk.digital", "apps.eks.production.govuk.digital"])("may be %s", (domain) => {
    expect(problemsOf({ externalDns: { domains: [domain] } })).toEqual([]);
  });

  it.each([
    "production.govuk.digital",
    "eks.staging.govuk.digital",
    "notmyeks.production.govuk.digital",
    "*.eks.production.govuk.digital",
  ])("may not be %s, which is not under the zone", (domain) => {
    expect(problemsOf({ externalDns: { domains: [domain] } })).toEqual([
      wrong(
        "externalDns.domains[0]: expected the cluster's zone eks.production.govuk.digital or a domain under it, " +
          `got "${domain}"; external-dns may change no other zone`,
      ),
    ]);
  });
});
