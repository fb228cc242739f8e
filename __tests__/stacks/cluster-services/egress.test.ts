import { describe, expect, it } from "vitest";
import type { IConstruct } from "constructs";
import { definitions } from "../../../src/settings/addons";
import type { AddonDefinition, Reach } from "../../../src/settings/addon-definition/definition";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { type Conversation, type PlacedPeer, peersWithin } from "../../../src/constructs/network-peers";
import { networkPolicies } from "../../../src/constructs/network-policies";
import { ClusterServicesStack } from "../../../src/stacks/cluster-services";
import { surroundings } from "../../../src/stacks/surroundings";
import { testApp } from "../../support/app";
import { environment } from "../../support/environments";
import { tenants } from "../../support/organisation";
import { cilium, everyAddon, flux, karpenter } from "../../support/services";

const EGRESS = { reason: "Tells the other team.", ports: [4444] };

/** Add-ons with a chart that brings pods, by the name of the chart. */
const ADDONS = definitions().flatMap(([name, { chart, reaches }]) =>
  chart && !["prometheus-operator-crds", "karpenter-crd", "gateway-api-crds"].includes(chart.name)
    ? [{ name, chart: chart.name, reaches }]
    : [],
);

const NAMES = ADDONS.map(({ name }) => name);

const withEgress = (egress: object | false): ClusterEnvironment[] => {
  const settings = (names: readonly string[]) =>
    egress && Object.fromEntries(names.map((name) => [name, { egress }]));
  const others = NAMES.filter((name) => !["karpenter", "flux", "cilium", "prometheusAdapter"].includes(name));
  return [
    environment({
      ...everyAddon,
      addons: {
        ...settings(others),
        prometheusAdapter: { ...everyAddon.addons.prometheusAdapter, ...(egress && { egress }) },
        ...(!egress && everyAddon.addons),
      },
    }),
    environment({ ...karpenter, addons: { ...karpenter.addons, ...settings(["karpenter"]) } }),
    environment({ ...cilium, addons: { ...cilium.addons, ...settings(["cilium"]) } }),
    environment({ ...flux, addons: { ...flux.addons, ...settings(["flux"]) } }),
  ];
};

const constructsIn = (environments: readonly ClusterEnvironment[]): IConstruct[] =>
  environments.flatMap((one) => new ClusterServicesStack(testApp(), one, tenants).node.children);

/** Peers of the constructs of one add-on. The proxies of several applications are one add-on. */
const peersOf = (constructs: readonly IConstruct[], chart: string): PlacedPeer[] =>
  constructs.filter(({ node }) => node.id === chart || node.id.endsWith(`-${chart}`)).flatMap(peersWithin);

const callsOut = ({ calls = [] }: PlacedPeer): readonly Conversation[] =>
  calls.filter((call) => call.with === "internet" || call.with === "aws");

const portsOut = (peer: PlacedPeer): readonly (number | "every")[] =>
  callsOut(peer).flatMap(({ ports }): readonly (number | "every")[] =>
    ports === undefined ? [443] : ports === "every" ? ["every"] : ports.map(Number),
  );

const declared = (reaches: AddonDefinition["reaches"], one: ClusterEnvironment): Reach =>
  (reaches as ((config: ClusterEnvironment) => Reach) | undefined)?.(one) ?? {};

describe("an egress", () => {
  const opened = constructsIn(withEgress(EGRESS));

  it.each(ADDONS)("opens its ports to pods of $name", ({ chart }) => {
    const pods = peersOf(opened, chart).filter((peer) => portsOut(peer).includes(4444));

    expect(pods).not.toEqual([]);
  });

  it("opens nothing to what measures the cluster beside Prometheus and Alertmanager", () => {
    const pods = peersOf(opened, "kube-prometheus-stack").filter((peer) => portsOut(peer).includes(4444));

    expect(pods.map((peer) => peer.pods.name).sort()).toEqual(["alertmanager", "prometheus"]);
  });

  it("opens its ranges and no others", () => {
    const [one] = withEgress({ ...EGRESS, cidrs: ["10.9.0.0/16"] });
    const [policy] = networkPolicies(peersOf(constructsIn([one!]), "reloader"), surroundings(one!)).slice(-1);

    expect(policy!.spec).toMatchObject({
      egress: expect.arrayContaining([
        { to: [{ ipBlock: { cidr: "10.9.0.0/16" } }], ports: [{ protocol: "TCP", port: 4444 }] },
      ]) as unknown,
    });
    expect(JSON.stringify(policy)).not.toContain("0.0.0.0/0");
  });
});

describe("the ports of the internet that an add-on is said to reach", () => {
  const closed = withEgress(false).map((one) => ({ one, constructs: constructsIn([one]) }));

  it.each(ADDONS)("are those that the policies of $name open", ({ name, chart, reaches }) => {
    const { one, constructs } = closed.find(({ one: { addons } }) => addons[name] !== false)!;
    const said = Object.values(declared(reaches, one)).flat();

    expect([...new Set(said)].sort()).toEqual(
      [...new Set(peersOf(constructs, chart).flatMap(portsOut))].sort(),
    );
  });
});
