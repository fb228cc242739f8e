import { describe, expect, it } from "vitest";
import { legacySubnets } from "../../../src/platform/legacy-subnets";
import { problemsWith } from "../../support/environments";

const cidr = "10.13.0.0/16";
const network = {
  vpc: {
    cidr,
    legacySubnets: legacySubnets(cidr, { neptune: false }),
    secondaryCidrs: ["100.64.0.0/16"],
  },
  subnets: { pods: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
};
const problemsOf = (cluster: object, domains: readonly string[] = ["api.example.org"]) =>
  problemsWith({
    network,
    cluster: { version: "1.35", ...cluster },
    namespaces: { apps: { domains } },
  }).filter((text) => text.includes("domains"));
const at = "production clusters.govuk.namespaces.apps.domains";
const cilium = { podNetwork: { engine: "cilium", mode: "eni" } };

describe("domains of a namespace", () => {
  it.each([
    [cilium],
    [{ compute: { kind: "auto", nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } } }],
  ])("are taken by %o", (cluster) => {
    expect(problemsOf(cluster)).toEqual([]);
  });

  it.each([
    [{}, 'podNetwork.engine "vpc-cni"'],
    [{ podNetwork: { engine: "cilium", mode: "chained" } }, 'podNetwork.mode "chained"'],
    [
      {
        compute: { kind: "auto", nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } },
        nodeGroups: { "arm-green": {} },
      },
      'podNetwork.engine "vpc-cni"',
    ],
  ])("are refused by %o, with the clusters that can", (cluster, engine) => {
    expect(problemsOf(cluster)).toEqual([
      `${at}: expected no domains with ${engine}, which knows addresses alone, got "api.example.org"; ` +
        'leave them out, or move to a cluster that can: one with podNetwork { engine: "cilium", mode: "eni" }, ' +
        'or compute.kind "auto" without node groups',
    ]);
  });

  it("are hosts outside the cluster, one at least", () => {
    expect(problemsOf(cilium, [])).toEqual([
      `${at}: expected one domain at least, got none; write internetPorts: [] to close the internet`,
    ]);
    expect(problemsOf(cilium, ["https://api.example.org"])).toEqual([
      `${at}[0]: expected a host outside the cluster such as "api.example.org", or "*.example.org" for all below a ` +
        'domain, got "https://api.example.org"; write it in small letters, without scheme or port',
    ]);
  });
});
