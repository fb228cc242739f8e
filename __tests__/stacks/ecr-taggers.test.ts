import { describe, expect, it } from "vitest";
import { ACCOUNTS } from "../../src/platform/accounts";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { taggersOf } from "../../src/stacks/ecr/taggers";
import { noAccess, productionLike, withOneCluster } from "../support/environments";
import { defineEnvironment, ephemeral, organisation, registry } from "../support/organisation";

const file = withOneCluster(productionLike);
const access = noAccess;
const subnets = {
  controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
  public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
  private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
};

const taggersIn = (account: string, ...environments: readonly EnvironmentSettings[]) =>
  taggersOf(environments.map(defineEnvironment), registry, organisation)
    .filter((tagger) => tagger.account === account)
    .map(({ role }) => role.slice(`arn:aws:iam::${account}:role/`.length));

describe("roles that may tag images", () => {
  it("are those of every cluster of an environment in the order of promotion", () => {
    const clusters = { green: { access, main: true }, blue: { access, subnets } };

    expect(taggersIn(ACCOUNTS.production, { ...file, clusters })).toEqual([
      `${registry.tagger}-green`,
      `${registry.tagger}-blue`,
    ]);
  });

  it("are none of an environment outside the order, even if its cluster promotes images", () => {
    const promoting: EnvironmentSettings = { ...file, name: "eph-a", clusters: { "eph-a": { access } } };

    expect(taggersIn(ACCOUNTS.ephemeral, promoting, ephemeral({ id: "eph-b", cluster: { access } }))).toEqual(
      [],
    );
  });

  it("are none of a cluster that promotes no images", () => {
    const addons = { argoWorkflows: { promotion: false } } as const;

    expect(taggersIn(ACCOUNTS.production, { ...file, clusters: { green: { access, addons } } })).toEqual([]);
  });

  it("have the usual cluster's name where an environment in the order is kept elsewhere", () => {
    expect(taggersIn(ACCOUNTS.staging, file)).toEqual([
      `${registry.tagger}-${organisation.defaults.clusterName}`,
    ]);
  });

  it("have a shorter name where that of the cluster is long", () => {
    const cluster = "the-cluster-of-forty-characters-in-a-row";

    expect(taggersIn(ACCOUNTS.production, { ...file, clusters: { [cluster]: { access } } })).toEqual([
      expect.stringMatching(new RegExp(`^add-tag-to-ima-[0-9a-f]{8}-${cluster}$`)),
    ]);
  });
});
