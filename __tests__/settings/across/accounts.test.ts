import { describe, expect, it } from "vitest";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { noAccess, problemsOf, productionLike, withOneCluster } from "../../support/environments";

const file = withOneCluster(productionLike);
const subnets = {
  controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
  public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
  private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
};

const AGENT = "aws-network-flow-monitoring-agent";

const shortLived = (name: string, cluster: string, region = "eu-west-1"): EnvironmentSettings => ({
  ...file,
  name,
  region,
  dns: { publishingDomain: `${name}.example.com` },
  clusters: { [cluster]: { access: noAccess, eksAddons: { [AGENT]: false } } },
});
const refused = (environment: string, cluster: string, beside: string, other: string) =>
  `${environment} clusters.${cluster}: expected a name that neither is, begins nor ends like that of another environment's cluster in the same account, got "${cluster}" beside "${beside}" of ${other}; rename one of the two: names of IAM roles consist of the cluster's and the role's purpose`;

describe("clusters of environments that share an account", () => {
  it("may have names of their own", () => {
    expect(problemsOf(shortLived("eph-a", "green"), shortLived("eph-b", "blue"))).toEqual([]);
  });

  it("are refused with one name, also in different regions", () => {
    expect(problemsOf(shortLived("eph-a", "green"), shortLived("eph-b", "green", "eu-west-2"))).toEqual([
      refused("eph-b", "green", "green", "eph-a"),
    ]);
  });

  it.each([
    ["green-two", "green"],
    ["green", "green-two"],
    ["two-green", "green"],
    ["green", "two-green"],
  ])("are refused where %s begins or ends like %s", (one, other) => {
    expect(problemsOf(shortLived("eph-a", one), shortLived("eph-b", other))).toEqual([
      refused("eph-b", other, one, "eph-a"),
    ]);
  });

  it("may have names that contain another's as part of a word", () => {
    expect(problemsOf(shortLived("eph-a", "green"), shortLived("eph-b", "evergreen"))).toEqual([]);
  });
});

describe("flow monitors of environments that share an account", () => {
  const watched = (name: string, cluster: string): EnvironmentSettings => ({
    ...shortLived(name, cluster),
    clusters: { [cluster]: { access: noAccess } },
  });

  it("are refused but in one, since AWS allows one scope", () => {
    expect(problemsOf(watched("eph-a", "green"), watched("eph-b", "blue"))).toEqual([
      `eph-b clusters.blue.eksAddons.${AGENT}: expected false, since AWS allows one scope of flow monitors per account, got on, as in green of eph-a in the same account; write false in all environments of the account but one`,
    ]);
    expect(problemsOf(watched("eph-a", "green"), shortLived("eph-b", "blue"))).toEqual([]);
  });
});

describe("clusters of environments with accounts of their own", () => {
  it("may have one name", () => {
    const watched = { ...shortLived("eph-a", "govuk"), clusters: { govuk: { access: noAccess } } };

    expect(problemsOf(file, watched)).toEqual([]);
  });
});

describe("stacks", () => {
  const withSecond = (name: string, second: string): EnvironmentSettings => ({
    ...shortLived(name, "main"),
    clusters: { main: { access: noAccess, main: true }, [second]: { access: noAccess, subnets } },
  });

  it("are refused where clusters of two environments give them one name", () => {
    expect(problemsOf(withSecond("staging", "a-b"), withSecond("staging-a", "b"))).toContain(
      "staging-a clusters.b: expected stacks of their own, got stacks called <stack>-staging-a-b, as those of a-b in staging; rename one of the clusters",
    );
  });

  it("have names of their own otherwise", () => {
    expect(problemsOf(withSecond("staging", "a-b"), withSecond("staging-a", "c")).join()).not.toContain(
      "stacks of their own",
    );
  });
});
