import { describe, expect, it } from "vitest";
import type { JsonMap } from "../../../terraform-json/json-map";
import { reportOn } from "../../../reports/changes/report";

/** A stack that tags what it makes, with one release in it. */
const stack = (environment: string, release?: JsonMap): JsonMap => ({
  provider: { aws: [{ default_tags: [{ tags: { environment } }] }] },
  ...(release && { resource: { helm_release: { dns: release } } }),
});

const all = (release: (environment: string) => JsonMap | undefined) =>
  new Map(["production", "integration"].map((name) => [`services-${name}`, stack(name, release(name))]));

describe("reportOn", () => {
  it("says once what is the same in several environments, in the order of promotion", () => {
    const report = reportOn(
      "main",
      all(() => ({ timeout: 1 })),
      all(() => ({ timeout: 2 })),
    );

    expect(report.changes).toEqual([
      {
        stack: "services",
        environments: ["integration", "production"],
        action: "changed",
        address: "helm_release.dns",
        differences: [{ path: ["timeout"], before: 1, after: 2 }],
      },
    ]);
  });

  it("calls a tenant by its stack's whole name", () => {
    const report = reportOn("main", new Map(), new Map([["tenant-live-tides-live", stack("live", {})]]));

    expect(report.changes[0]).toMatchObject({ stack: "tenant-live-tides-live", environments: ["live"] });
  });

  it("says once what differs in the environment's name only", () => {
    const report = reportOn(
      "main",
      all(() => ({})),
      all((name) => ({ host: `dns.${name}.example` })),
    );

    expect(report.changes).toMatchObject([
      {
        environments: ["integration", "production"],
        differences: [{ path: ["host"], after: "dns.<environment>.example" }],
      },
    ]);
  });

  it("keeps apart what is different", () => {
    const report = reportOn(
      "main",
      all(() => ({})),
      all((name) => ({ replicas: name.length })),
    );

    expect(report.changes.map(({ environments }) => environments)).toEqual([["integration"], ["production"]]);
  });

  it("calls a stack of one environment by its name without it", () => {
    const report = reportOn("main", new Map(), new Map([["dns-blue-test", stack("test")]]));

    expect(report.changes[0]).toMatchObject({ stack: "dns-blue", environments: ["test"] });
  });

  it("reports a stack that belongs to no environment", () => {
    const report = reportOn("main", new Map([["sentry", { output: { a: { value: 1 } } }]]), new Map());

    expect(report.changes).toMatchObject([{ stack: "sentry", environments: [], action: "removed" }]);
  });

  it("lists new versions by the name of the chart", () => {
    const release = (version: string) => ({ chart: "external-dns", version });
    const report = reportOn(
      "main",
      all(() => release("1.21.0")),
      all(() => release("1.21.1")),
    );

    expect(report.versions).toEqual([
      {
        stack: "services",
        environments: ["integration", "production"],
        name: "external-dns",
        before: "1.21.0",
        after: "1.21.1",
      },
    ]);
  });

  it("lists new versions of EKS add-ons and of the cluster, also where they moved", () => {
    const eks = (cluster: string, version: string, moved: JsonMap = {}) =>
      new Map([
        [
          "eks",
          {
            resource: {
              aws_eks_cluster: { [cluster]: { version } },
              aws_eks_addon: { dns: { addon_name: "coredns", addon_version: `v${version}` } },
            },
            ...moved,
          },
        ],
      ]);
    const moved = [{ from: "aws_eks_cluster.a", to: "aws_eks_cluster.b" }];

    expect(reportOn("main", eks("a", "1.35"), eks("b", "1.36", { moved })).versions).toMatchObject([
      { name: "Kubernetes", before: "1.35", after: "1.36" },
      { name: "coredns", before: "v1.35", after: "v1.36" },
    ]);
  });
});
