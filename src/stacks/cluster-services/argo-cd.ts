import type { BootstrapApplication } from "../../addons/argo-cd/application";
import { chartsOf } from "../../addons/argo-cd/charts";
import { ArgoCd } from "../../addons/argo-cd/argo-cd";
import type { NotificationsProps } from "../../addons/argo-cd/notifications";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { ArgoCdConfig } from "../../addons/argo-cd/settings";
import { type ArgoWorkflowsConfig, tagsRepository } from "../../addons/argo-workflows/settings";
import { providerName } from "../../settings/sign-in/identity-provider";
import type { Tenants } from "../../settings/tenants/tenants";
import type { Delivered } from "./delivery";
import { organisationProjects, workloadsOf } from "./workloads";
import { argoProjects, PLATFORM_PROJECT } from "./argo-projects";
import { DEPLOYMENT_EVENTS, deploymentEventsUrl, promotes } from "./argo-workflows";
import { argoUsers } from "./argo-users";
import type { Foundation } from "./foundation";
import { valuesOfLayout } from "./charts-layout";
import { gitHub } from "./git-hub";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";

/**
 * Installs Argo CD with a project for each team, after the policies, so that they judge every application it
 * deploys.
 */
export function installArgoCd(
  { stack, environment, shared }: Platform,
  { monitors, secrets, loadBalancers, clients }: Foundation,
  { tenants, guards, all }: Delivered,
): void {
  const { addons, name } = environment;
  const { argoCd } = addons;
  if (!argoCd) {
    return;
  }
  new ArgoCd(stack, "argo-cd", {
    ...shared,
    values: argoCd.values,
    egress: argoCd.egress,
    loadBalancerName: loadBalancerName("argo", shared.cluster, environment.organisation),
    banner: { text: name, colour: argoCd.bannerColour },
    users: argoUsers(addons.dex),
    provider: providerName(addons.dex ? addons.dex.signIn : "github"),
    projects: [
      ...argoProjects(argoCd, tenants, environment),
      ...organisationProjects(argoCd, environment, all),
    ],
    workloads: workloadsOf(environment, all),
    bootstrap: bootstrapOf(argoCd, { environment, shared, tenants }),
    repositories: argoCd.repositories,
    notifications: notificationsOf(argoCd, environment),
    after: [monitors, secrets, loadBalancers, clients, ...guards],
  });
}

interface Surroundings extends Pick<Platform, "environment" | "shared"> {
  readonly tenants: Tenants;
}

function bootstrapOf(
  { bootstrapPath, charts }: ArgoCdConfig,
  { environment, shared, tenants }: Surroundings,
): BootstrapApplication | false {
  if (bootstrapPath === false) {
    return false;
  }
  const { name, addons, organisation } = environment;
  const { layout, transport } = chartsOf(charts, organisation);
  const files = [`values-${name}.yaml`];

  return {
    name: "app-config",
    project: PLATFORM_PROJECT,
    repository: gitHub(charts.repository, transport),
    revision: charts.branch,
    path: bootstrapPath,
    ...(layout === undefined
      ? { namespace: shared.namespace, valuesFiles: files }
      : {
          namespace: layout.namespace,
          valuesFiles: ["values.yaml", ...files],
          values: valuesOfLayout(layout, environment, shared.cluster),
        }),
    tags:
      addons.argoWorkflows === false
        ? undefined
        : tagsOf(addons.argoWorkflows, charts.branch, name, tenants.applications),
  };
}

/** Files of the environment's own repository of tags; `undefined` where the charts' repository has them. */
function tagsOf(
  { promotion }: ArgoWorkflowsConfig,
  revision: string,
  environment: string,
  applications: Tenants["applications"],
): BootstrapApplication["tags"] {
  if (promotion === false || "shared" in promotion.tags) {
    return undefined;
  }
  const { tags, tagsFolder } = promotion;
  return {
    repository: gitHub(tagsRepository(tags.repository, environment)),
    revision,
    files: applications.flatMap(({ images }) => images.map((image) => `${tagsFolder}/${image}`)),
  };
}

const notificationsOf = ({ slack }: ArgoCdConfig, environment: ClusterEnvironment): NotificationsProps => ({
  slack: slack && { ...slack, channel: slack.channel.replace(/^#/, "") },
  deployments: promotes(environment) && {
    url: deploymentEventsUrl(environment.organisation),
    serviceAccount: DEPLOYMENT_EVENTS.serviceAccount,
  },
});
