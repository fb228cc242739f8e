import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (kubePrometheusStack: object) => problemsWith({ addons: { kubePrometheusStack } });
const wrong = (text: string) => `production clusters.govuk.addons.kubePrometheusStack.${text}`;

describe("addons.kubePrometheusStack.retentionDays", () => {
  it.each([1, 90, 730])("may be %d", (retentionDays) => {
    expect(problemsOf({ retentionDays })).toEqual([]);
  });

  it.each([0, 1.5, 731])("may not be %d", (retentionDays) => {
    expect(problemsOf({ retentionDays })).toEqual([
      wrong(
        `retentionDays: expected a whole number of days from 1 to 730, got ${retentionDays}; keep what must last ` +
          "longer elsewhere, by remote write",
      ),
    ]);
  });
});

describe("addons.kubePrometheusStack.storageGib", () => {
  it.each([10, 16384])("may be %d", (storageGib) => {
    expect(problemsOf({ storageGib })).toEqual([]);
  });

  it.each([9, 16385])("may not be %d", (storageGib) => {
    expect(problemsOf({ storageGib })).toEqual([
      wrong(
        `storageGib: expected a whole number of GiB from 10 to 16384, got ${storageGib}; EBS can make a volume larger ` +
          "later, but never smaller",
      ),
    ]);
  });
});

const remoteWrite = (url: string) => ({ prometheus: { prometheusSpec: { remoteWrite: [{ url }] } } });

describe("hosts outside the cluster in the values of what measures", () => {
  it("are refused where no egress is declared", () => {
    expect(problemsOf({ values: remoteWrite("https://metrics.example.org/api/v1/push") })).toEqual([
      wrong(
        "values.prometheus.prometheusSpec.remoteWrite[0].url: expected a host in the cluster, since the network policy " +
          'lets Prometheus call no other, got "metrics.example.org"; declare the call in ' +
          "addons.kubePrometheusStack.egress, or write <service>.<namespace>.svc",
      ),
    ]);
  });

  it("are accepted with an egress", () => {
    expect(
      problemsOf({
        values: remoteWrite("https://metrics.example.org/push"),
        egress: { reason: "Keeps metrics for years.", ports: [443] },
      }),
    ).toEqual([]);
  });

  it.each([
    "http://mimir.metrics.svc:8080/push",
    "http://mimir.metrics.svc.cluster.local/push",
    "http://mimir/push",
  ])("are none in %s", (url) => {
    expect(problemsOf({ values: remoteWrite(url) })).toEqual([]);
  });

  it("are none where people follow them", () => {
    const prometheus = { prometheusSpec: { externalUrl: "https://prometheus.example.org" } };

    expect(problemsOf({ values: { prometheus } })).toEqual([]);
  });

  it("are refused of Tempo, which may call none", () => {
    const values = { tempo: { metricsGenerator: { remoteWriteUrl: "https://metrics.example.org/push" } } };

    expect(problemsWith({ addons: { tempo: { values } } })).toEqual([
      expect.stringContaining('lets Tempo call no other, got "metrics.example.org"'),
    ]);
  });
});

describe("addons.kubePrometheusStack.egress", () => {
  it("says why and on which ports", () => {
    expect(problemsOf({ egress: { reason: " ", ports: [0] } })).toEqual([
      wrong('egress.reason: expected a sentence, got " "; say whom Prometheus calls, and why'),
      wrong("egress.ports: expected TCP ports from 1 to 65535, got a list; write [443] for HTTPS"),
    ]);
  });
});
