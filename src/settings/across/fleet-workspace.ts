import { nearest } from "../checking/nearest";
import { oneOf, show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { fleetLabels, reportingTo } from "../environment/fleet-metrics";
import { hubOf } from "../environment/hub";
import { SECRET_NAME } from "../environment/secrets";
import type { FleetObservability } from "../fleet/schema";
import { clusterProblem } from "./cluster-problem";

const WORKSPACE = /^ws-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Problems of the workspace of a management cluster, and of the receivers of its alerts. */
export function problemsOfWorkspace(
  config: ClusterEnvironmentConfig,
  { workspace, receivers }: FleetObservability,
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
    ...everyOrganisationHears(config, Object.keys(receivers), all),
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

/** Refuses an organisation without a receiver of its pages, and a receiver of an organisation without a cluster that reports. */
function everyOrganisationHears(
  hub: ClusterEnvironmentConfig,
  receivers: readonly string[],
  all: readonly ClusterEnvironmentConfig[],
): string[] {
  // A cluster with a misspelt hub has an error of its own.
  const lost = all.filter(
    (config) => config.cluster.fleet?.role === "workload" && hubOf(config, all) === undefined,
  );
  const organisationsOf = (some: readonly ClusterEnvironmentConfig[]): string[] => [
    ...new Set(some.map((config) => fleetLabels(config).organisation)),
  ];
  const organisations = organisationsOf(reportingTo(hub, all));
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
      .filter((organisation) => ![...organisations, ...organisationsOf(lost)].includes(organisation))
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
