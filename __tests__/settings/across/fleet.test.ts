import { describe, expect, it } from "vitest";
import { platform as fleet } from "../../../examples/giant-swarm";
import { containerRegistry } from "../../../examples/giant-swarm/container-registry";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { definePlatform, type PlatformSettings } from "../../../src/settings/define-platform";
import type { OrganisationSettings } from "../../../src/settings/organisation/schema";

const [hub, northwind, southwind] = fleet.environments;
const replication = containerRegistry.replication || undefined;
const store = southwind!.clusters.store!;
const workload = store.fleet as Extract<ClusterSettings["fleet"], { role: "workload" }>;

/** Problems of the example's fleet, of which the second organisation's cluster differs. */
const problemsWith = (
  cluster: Partial<ClusterSettings>,
  organisation: Partial<OrganisationSettings> = {},
  ofHub: Partial<ClusterSettings> = {},
): readonly string[] =>
  problemsOf({
    organisation: { ...fleet.organisation, ...organisation },
    environments: [
      { ...hub!, clusters: { hub: { ...hub!.clusters.hub!, ...ofHub } } },
      northwind!,
      { ...southwind!, clusters: { store: { ...store, ...cluster } } },
    ],
  });

function problemsOf(settings: PlatformSettings): readonly string[] {
  try {
    definePlatform(settings);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

const ofFleet = (differences: object) => ({ fleet: { ...workload!, ...differences } });

describe("a fleet", () => {
  it("is right as the example's", () => {
    expect(problemsWith({})).toEqual([]);
  });

  it("keeps a cluster in the region and the account that it was made in", () => {
    const place = { region: "eu-central-1", account: "222200002222" };

    expect(problemsWith(ofFleet({ place }))).toEqual([
      'southwind clusters.store.fleet.place.region: expected "eu-west-1", as its environment has it, got "eu-central-1"; a cluster never moves: make another there, and take what runs on this one to it',
      'southwind clusters.store.fleet.place.account: expected "333300003333", as its environment has it, got "222200002222"; a cluster never moves: make another there, and take what runs on this one to it',
    ]);
  });

  it("has replicas of its registry where it has environments, since those say the regions", () => {
    const { accounts } = fleet.organisation;
    const problems = problemsWith(
      {},
      {
        accounts: { ...accounts, eastwind: "444400004444" },
        containerRegistry: {
          ...containerRegistry,
          replication: { ...replication!, environments: ["northwind", "eastwind"] },
        },
      },
    );

    expect(problems).toEqual([
      'organisation.containerRegistry.replication.environments[1]: expected an environment of this platform, whose region the copies go to, got "eastwind", which only has an account; add its file, or leave it out here',
    ]);
  });

  it("has one management cluster in a region", () => {
    const second = {
      ...northwind!,
      clusters: {
        ...northwind!.clusters,
        preview: {
          ...northwind!.clusters.preview!,
          fleet: { role: "management", place: northwind!.clusters.preview!.fleet!.place } as const,
        },
      },
    };

    expect(problemsOf({ ...fleet, environments: [hub!, second, southwind!] })).toEqual([
      "northwind clusters.preview.fleet.role: expected one management cluster in eu-central-1, got a second beside hub; make it a workload cluster of that one",
    ]);
  });

  it("has hubs whose pods have their roles by IRSA, whose sessions have no tags to hand on", () => {
    expect(problemsWith({}, {}, { identity: "pod-identity" })).toEqual([
      'hub clusters.hub.identity: expected "irsa" of a management cluster, whose Argo CD takes roles in other accounts, got "pod-identity"; leave it out',
    ]);
  });

  it("joins no networks that overlap", () => {
    const network = { vpc: { ...southwind!.network!.vpc, cidr: "10.60.0.0/16" } as never };

    expect(problemsOf({ ...fleet, environments: [hub!, northwind!, { ...southwind!, network }] })).toEqual([
      'southwind network.vpc.cidr: expected a range that hub (10.60.0.0/16) leaves free, got "10.60.0.0/16"; move one of the two: VPCs with addresses in common can never be joined',
    ]);
  });

  it("names its organisations by DNS labels", () => {
    expect(problemsWith({}, { organisations: ["northwind", "southwind", "West Wind"] })).toEqual([
      'organisation.organisations[2]: expected a kebab-case name, got "West Wind"; use lower-case letters, digits and single hyphens',
    ]);
  });
});

describe("a workload cluster", () => {
  it("is of an organisation that there is, which cannot go before it", () => {
    expect(problemsWith({}, { organisations: ["northwind"] })).toEqual([
      'southwind clusters.store.fleet.organisation: expected northwind, got "southwind"; did you mean northwind? an organisation goes after the last cluster that names it',
    ]);
    expect(problemsWith(ofFleet({ organisation: "southwnd" }))[0]).toContain("did you mean southwind?");
  });

  it("names a hub that is a management cluster", () => {
    expect(problemsWith(ofFleet({ hub: "hubb" }))).toEqual([
      'southwind clusters.store.fleet.hub: expected a management cluster, hub, got "hubb"; did you mean hub?',
    ]);
    expect(problemsWith(ofFleet({ hub: "northwind" }))).toHaveLength(1);
  });

  it("has no add-on that its hub lacks", () => {
    expect(problemsWith({}, {}, { addons: { ...hub!.clusters.hub!.addons, reloader: false } })).toContain(
      "southwind clusters.store.addons.reloader: expected an add-on of its hub hub, got one that the hub lacks; switch it on there as well, where it is tried first, or off here with false",
    );
  });

  it("may be delivered to by Flux where its hub has none, and is then not the hub's to deliver to", () => {
    expect(problemsWith({ ...ofFleet({ api: undefined }), gitops: "flux" })).toEqual([]);
    expect(problemsWith({ gitops: "flux" })).toEqual([
      'southwind clusters.store.fleet.api: expected nothing, since gitops is "flux", got an address; leave it out: the Argo CD of hub would undo what Flux delivers',
    ]);
  });

  it("may be delivered to by the Argo CD that EKS runs, and is then not the hub's to deliver to", () => {
    const byEks = {
      gitops: "eks-argo-cd",
      eksCapabilities: {
        argoCd: {
          identityCenter: { instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef" },
          admins: ["a1b2c3d4-5678-4abc-8def-0123456789ab"],
        },
      },
    } as const;

    expect(problemsWith({ ...ofFleet({ api: undefined }), ...byEks })).toEqual([]);
    expect(problemsWith(byEks)).toEqual([
      'southwind clusters.store.fleet.api: expected nothing, since gitops is "eks-argo-cd", got an address; leave it out: the Argo CD of hub would undo what EKS\'s own delivers',
    ]);
  });

  it("registers with a hub that has Argo CD", () => {
    const without = { ...hub!.clusters.hub!.addons, argoCd: false, argoWorkflows: false } as const;

    expect(problemsWith({}, {}, { addons: without })).toContain(
      "hub clusters.hub.addons.argoCd: expected Argo CD, with which southwind registers, got false; switch it on, or leave fleet.api of that cluster out",
    );
  });

  it("lets its hub in by an access entry", () => {
    expect(
      problemsWith({
        authenticationMode: "CONFIG_MAP",
        terraformRoles: { plan: "terraform-plan", apply: "terraform-apply" },
      }),
    ).toContain(
      'southwind clusters.store.authenticationMode: expected "API" or "API_AND_CONFIG_MAP", since its hub signs in by an access entry, got "CONFIG_MAP"; leave it out',
    );
  });

  it("has an address that EKS gives, and the certificate of its authority", () => {
    const api = { endpoint: "https://10.0.0.1", certificateAuthority: "bm8=" };

    expect(problemsWith(ofFleet({ api }))).toEqual([
      'southwind clusters.store.fleet.api.endpoint: expected an address of EKS in eu-west-1, got "https://10.0.0.1"; copy output cluster_endpoint of its cluster-infrastructure',
      'southwind clusters.store.fleet.api.certificateAuthority: expected a certificate, in base64, got "bm8="; copy output cluster_certificate_authority_data of its cluster-infrastructure',
    ]);
  });
});
