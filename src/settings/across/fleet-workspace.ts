import { nearest } from "../checking/nearest";
import { oneOf, show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { fleetLabels, reportingTo } from "../environment/fleet-metrics";
import { sinkRegions } from "../environment/fleet-logs";
import { hubOf } from "../environment/hub";
import { SECRET_NAME } from "../environment/secrets";
import { accountOf } from "../organisation/environment-names";
import type { FleetObservability } from "../fleet/schema";
import { clusterProblem } from "./cluster-problem";

const WORKSPACE = /^ws-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Problems of the workspace of a management cluster, and of the receivers of its alerts. */
export function problemsOfWorkspace(
  config: ClusterEnvironmentConfig,
  { workspace, receivers, logSinks = {} }: FleetObservability,
  all: readonly ClusterEnvironmentConfig[],
): string[] {
  const path = ["fleet", "observability"] as const;
  return [
    ...(workspace === undefined || WORKSPACE.test(workspace)
      ? []
      : [
          clusterProblem(
            config,
            [...path, "workspace"],
            "the id of a workspace, such as ws-01234567-89ab-4cde-8f01-23456789abcd",
            show(workspace),
            "copy output metrics_workspace_id of its cluster-infrastructure",
          ),
        ]),
    ...(config.alarmEmailSecret === false
      ? [
          clusterProblem(
            config,
            [...path],
            "an environment with alarmEmailSecret, whose address receives the alerts of the fleet",
            "none",
            "name the secret in alarmEmailSecret, or write observability: false",
          ),
        ]
      : []),
    // A cluster with a misspelt hub has an error of its own.
    ...(all.some((one) => isLost(one, all))
      ? []
      : [
          ...problemsOfSinks(config, logSinks, sinkRegions(config, all)),
          ...everyOrganisationHears(config, Object.keys(receivers), all),
        ]),
    ...Object.entries(receivers)
      .filter(([, { emailSecret }]) => !SECRET_NAME.test(emailSecret))
      .map(([organisation, { emailSecret }]) =>
        clusterProblem(
          config,
          [...path, "receivers", organisation, "emailSecret"],
          'the name of a secret such as "example/northwind/alert-email"',
          show(emailSecret),
          "copy it from Secrets Manager",
        ),
      ),
    ...(config.organisation.organisations.includes(config.organisation.name)
      ? [
          clusterProblem(
            config,
            [...path],
            `no organisation with the provider's own name, ${config.organisation.name}`,
            "one in organisation.organisations",
            "rename it: alerts of the management cluster are told from its own by this label",
          ),
        ]
      : []),
  ];
}

/** True for a workload cluster that names no hub that there is. */
const isLost = (config: ClusterEnvironmentConfig, all: readonly ClusterEnvironmentConfig[]): boolean =>
  config.cluster.fleet?.role === "workload" && hubOf(config, all) === undefined;

/** Refuses a sink in a region without workload clusters that share logs, and one that is not the hub's in its region. */
const problemsOfSinks = (
  hub: ClusterEnvironmentConfig,
  sinks: Readonly<Record<string, string>>,
  regions: readonly string[],
): string[] =>
  Object.entries(sinks).flatMap(([region, arn]) => {
    const path = ["fleet", "observability", "logSinks", region] as const;
    const beginning = `arn:aws:oam:${region}:${accountOf(hub)}:sink/`;
    const isOwn = arn.startsWith(beginning) && /^[0-9a-f-]{36}$/.test(arn.slice(beginning.length));
    return [
      ...(regions.includes(region)
        ? []
        : [
            clusterProblem(
              hub,
              [...path],
              regions.length === 0
                ? "no sink: no workload cluster shares its logs"
                : `a region of workload clusters that share logs, ${oneOf(regions)}`,
              "another",
              "take it out once no cluster there has logs in CloudWatch",
            ),
          ]),
      ...(isOwn
        ? []
        : [
            clusterProblem(
              hub,
              [...path],
              `the ARN of a sink of account ${accountOf(hub)} in ${region}`,
              show(arn),
              "copy output log_sink_arns of its cluster-infrastructure",
            ),
          ]),
    ];
  });

/** Refuses an organisation without a receiver of its pages, and a receiver of an organisation without a cluster that reports. */
function everyOrganisationHears(
  hub: ClusterEnvironmentConfig,
  receivers: readonly string[],
  all: readonly ClusterEnvironmentConfig[],
): string[] {
  const organisations = [...new Set(reportingTo(hub, all).map((config) => fleetLabels(config).organisation))];
  const path = ["fleet", "observability", "receivers"] as const;
  return [
    ...organisations
      .filter((organisation) => !receivers.includes(organisation))
      .map((organisation) =>
        clusterProblem(
          hub,
          [...path, organisation],
          `a receiver, since clusters of ${organisation} report here`,
          "none",
          `write ${organisation}: { emailSecret: "…" }`,
        ),
      ),
    ...receivers
      .filter((organisation) => !organisations.includes(organisation))
      .map((organisation) => {
        const meant = nearest(organisation, organisations);
        return clusterProblem(
          hub,
          [...path, organisation],
          organisations.length === 0
            ? "no receiver: no workload cluster reports here"
            : `an organisation with a cluster that reports here, ${oneOf(organisations)}`,
          "another",
          meant === undefined ? "take it out" : `did you mean ${meant}?`,
        );
      }),
  ];
}
