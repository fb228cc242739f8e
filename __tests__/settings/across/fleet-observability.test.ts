import { describe, expect, it } from "vitest";
import { platform as fleet } from "../../../examples/giant-swarm";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { definePlatform } from "../../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { FleetObservability, WorkloadCluster } from "../../../src/settings/fleet/schema";

const [hub, northwind, southwind] = fleet.environments;
const ofHub = hub!.clusters.hub!;
const reporting = southwind!.clusters.store!.fleet as WorkloadCluster;
const place = ofHub.fleet!.place;
const receiver = { emailSecret: "windfleet/alert-email" };
const receivers = { northwind: receiver, southwind: receiver };

interface Differences {
  readonly observability?: FleetObservability | false;
  readonly hub?: Partial<EnvironmentSettings>;
  readonly store?: Partial<ClusterSettings>;
  readonly organisations?: readonly string[];
}

/** Problems of the example's fleet with differences. */
function problemsWith(differences: Differences): readonly string[] {
  const { observability = { receivers }, organisations = fleet.organisation.organisations! } = differences;
  try {
    definePlatform({
      organisation: { ...fleet.organisation, organisations: [...organisations] },
      environments: [
        {
          ...hub!,
          clusters: { hub: { ...ofHub, fleet: { role: "management", place, observability } } },
          ...differences.hub,
        },
        northwind!,
        {
          ...southwind!,
          clusters: { store: { ...southwind!.clusters.store!, ...differences.store } },
        },
      ],
    });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

describe("the metrics of a fleet", () => {
  it("may wait for the id of their workspace", () => {
    expect(problemsWith({})).toEqual([]);
  });

  it("have a workspace with an id that AWS gives", () => {
    expect(problemsWith({ observability: { receivers, workspace: "windfleet" } })).toEqual([
      'hub clusters.hub.fleet.observability.workspace: expected the id of a workspace, such as ws-01234567-89ab-4cde-8f01-23456789abcd, got "windfleet"; copy output metrics_workspace_id of its cluster-infrastructure',
    ]);
  });

  it("have a receiver for each organisation with a cluster that reports", () => {
    expect(problemsWith({ observability: { receivers: { northwind: receiver } } })).toEqual([
      'hub clusters.hub.fleet.observability.receivers.southwind: expected a receiver, since clusters of southwind report here, got none; write southwind: { emailSecret: "…" }',
    ]);
  });

  it("have no receiver for an organisation without one", () => {
    expect(problemsWith({ observability: { receivers: { ...receivers, southwnd: receiver } } })).toEqual([
      "hub clusters.hub.fleet.observability.receivers.southwnd: expected an organisation with a cluster that reports here, northwind or southwind, got another; did you mean southwind?",
    ]);
  });

  it("have receivers whose addresses are in a secret", () => {
    const wrong = { northwind: receiver, southwind: { emailSecret: "ops at southwind" } };

    expect(problemsWith({ observability: { receivers: wrong } })).toEqual([
      'hub clusters.hub.fleet.observability.receivers.southwind.emailSecret: expected the name of a secret such as "example/northwind/alert-email", got "ops at southwind"; copy it from Secrets Manager',
    ]);
  });

  it("have a receiver of the platform's own", () => {
    expect(problemsWith({ hub: { alarmEmailSecret: false } })).toEqual([
      "hub clusters.hub.fleet.observability: expected an environment with alarmEmailSecret, whose address receives the alerts of the fleet, got none; name the secret in alarmEmailSecret, or write observability: false",
    ]);
  });

  it("tell the provider from its organisations", () => {
    expect(problemsWith({ organisations: ["northwind", "southwind", "windfleet"] })).toEqual([
      "hub clusters.hub.fleet.observability: expected no organisation with the provider's own name, windfleet, got one in organisation.organisations; rename it: alerts of the management cluster are told from its own by this label",
    ]);
  });
});

describe("the logs of a fleet", () => {
  const sink = (region: string, account = "111100001111") =>
    `arn:aws:oam:${region}:${account}:sink/11111111-1111-4111-8111-111111111111`;

  it("have a sink in each region of workload clusters, and in no other", () => {
    const logSinks = { "eu-central-1": sink("eu-central-1"), "eu-west-3": sink("eu-west-3") };

    expect(problemsWith({ observability: { receivers, logSinks } })).toEqual([
      "hub clusters.hub.fleet.observability.logSinks.eu-west-3: expected a region of workload clusters that share logs, eu-central-1 or eu-west-1, got another; take it out once no cluster there has logs in CloudWatch",
    ]);
  });

  it("have sinks of the hub's account in the region that they stand at", () => {
    const logSinks = {
      "eu-central-1": sink("eu-central-1", "222200002222"),
      "eu-west-1": sink("eu-central-1"),
    };

    expect(problemsWith({ observability: { receivers, logSinks } })).toEqual([
      `hub clusters.hub.fleet.observability.logSinks.eu-central-1: expected the ARN of a sink of account 111100001111 in eu-central-1, got "${sink("eu-central-1", "222200002222")}"; copy output log_sink_arns of its cluster-infrastructure`,
      `hub clusters.hub.fleet.observability.logSinks.eu-west-1: expected the ARN of a sink of account 111100001111 in eu-west-1, got "${sink("eu-central-1")}"; copy output log_sink_arns of its cluster-infrastructure`,
    ]);
  });

  it("are not shared where they are not in CloudWatch", () => {
    const addons = {
      ...southwind!.clusters.store!.addons,
      fluentBit: {
        destination: {
          type: "opensearch",
          endpoint: "logs.eu-west-1.es.amazonaws.com",
          domainArn: "arn:aws:es:eu-west-1:333300003333:domain/logs",
        },
      },
    } as const;
    const problems = problemsWith({
      observability: { receivers, logSinks: { "eu-west-1": sink("eu-west-1") } },
      store: { addons },
    });

    expect(problems).toEqual([
      "hub clusters.hub.fleet.observability.logSinks.eu-west-1: expected a region of workload clusters that share logs, eu-central-1, got another; take it out once no cluster there has logs in CloudWatch",
    ]);
  });
});

describe("a cluster that reports", () => {
  it("has a hub that takes its metrics", () => {
    expect(problemsWith({ observability: false })).toEqual(
      ["northwind clusters.live", "northwind clusters.preview", "southwind clusters.store"].map(
        (cluster) =>
          `${cluster}.fleet.reports: expected false, since hub has no fleet.observability, got true; give the hub fleet.observability, or leave this out`,
      ),
    );
  });

  it("has Prometheus", () => {
    const addons = {
      ...southwind!.clusters.store!.addons,
      kubePrometheusStack: false,
    } as const;

    expect(problemsWith({ store: { addons } })).toContain(
      "southwind clusters.store.addons.kubePrometheusStack: expected Prometheus, whose metrics the cluster sends to the fleet's workspace, got false; switch it on, or write fleet.reports: false",
    );
  });

  it("has its Prometheus from Terraform, which tells it of the workspace", () => {
    const addons = {
      ...southwind!.clusters.store!.addons,
      kubePrometheusStack: { installedBy: "argo-cd" },
    } as const;

    expect(problemsWith({ store: { addons } })).toContain(
      'southwind clusters.store.addons.kubePrometheusStack.installedBy: expected "terraform", since the cluster sends metrics to the fleet\'s workspace, got "argo-cd"; leave it out: a chart that Argo CD installs is told of no workspace',
    );
  });

  it("has NAT where its hub is in another region, whose workspaces no endpoint of its own reaches", () => {
    expect(problemsWith({ store: { nat: "none" } })).toContain(
      'southwind clusters.store.fleet.reports: expected false, since nat is "none" and the workspace of hub is in eu-central-1, got true; an endpoint reaches workspaces of eu-west-1 alone; give the cluster NAT, or a hub in its region',
    );
  });

  it("has an endpoint to workspaces without NAT", () => {
    const othersOf = (fleet: ClusterSettings["fleet"]) =>
      problemsWith({ store: { nat: "none", fleet } }).filter((text) => text.includes("aps-workspaces"));

    expect(othersOf(reporting)).toEqual([
      expect.stringContaining('aps-workspaces, since nat is "none" and metrics of the fleet need it'),
    ]);
    expect(othersOf({ ...reporting, reports: false })).toEqual([]);
  });

  it("may be one that does not", () => {
    const fleet = { ...reporting, reports: false };

    expect(problemsWith({ observability: { receivers: { northwind: receiver } }, store: { fleet } })).toEqual(
      [],
    );
  });
});
