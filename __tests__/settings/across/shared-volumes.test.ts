import { describe, expect, it } from "vitest";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { noAccess, problemsOf, productionLike, withOneCluster } from "../../support/environments";

type Driver = "chart" | "eks-addon" | undefined;

const cluster = (installedAs: Driver, more: Partial<ClusterSettings> = {}): ClusterSettings => ({
  access: noAccess,
  eksAddons: { "aws-network-flow-monitoring-agent": false },
  ...(installedAs !== undefined && { addons: { efsCsiDriver: { installedAs } } }),
  ...more,
});

const environment = (
  name: string,
  clusters: Readonly<Record<string, ClusterSettings>>,
): EnvironmentSettings => ({
  ...withOneCluster(productionLike),
  name,
  dns: { publishingDomain: `${name}.example.com` },
  clusters,
});

const SUBNETS = {
  controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
  public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
  private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
};

const drivers = (problems: readonly string[]) => problems.filter((text) => text.includes("installedAs"));

const refused = (at: string, beside: string) =>
  `${at}.addons.efsCsiDriver.installedAs: expected "chart", since ${beside} has shared volumes in the same account, got "eks-addon", whose role could remove them; let the chart install the driver, which tags its access points by cluster`;

describe("EKS's driver of shared volumes", () => {
  const beside = (green: Driver, blue: Driver) =>
    drivers(
      problemsOf(
        environment("eph-a", { green: cluster(green) }),
        environment("eph-b", { blue: cluster(blue) }),
      ),
    );

  it("is refused in an account where another environment's cluster has such volumes", () => {
    expect(beside("eks-addon", "chart")).toEqual([refused("eph-a clusters.green", "blue")]);
    expect(beside("eks-addon", "eks-addon")).toEqual([
      refused("eph-a clusters.green", "blue"),
      refused("eph-b clusters.blue", "green"),
    ]);
  });

  it("may be the only one of its account, and charts may be many", () => {
    expect(beside("eks-addon", undefined)).toEqual([]);
    expect(beside("chart", "chart")).toEqual([]);
  });

  it("is refused beside another cluster of its environment", () => {
    const green = cluster("eks-addon", { main: true });

    expect(
      drivers(problemsOf(environment("eph-a", { green, blue: cluster("chart", { subnets: SUBNETS }) }))),
    ).toEqual([refused("eph-a clusters.green", "blue")]);
  });
});
