import type { Organisation } from "../organisation/organisation";
import type { AddonsSettings } from "./addons";
import type { ArgoCdConfig, ArgoWorkflowsConfig, DeliveryServices } from "./delivery";
import { deploysCharts, needs } from "./organisation-defaults";
import { withDefaults } from "./with-defaults";

const secret = ({ secretsPrefix }: Organisation, path: string): string => `${secretsPrefix}/${path}`;

const GITHUB = "https://github.com";

const argoCd = (organisation: Organisation): ArgoCdConfig => ({
  values: {},
  bannerColour: "#d4351c",
  charts: { repository: organisation.defaults.chartsRepository ?? "", branch: "main" },
  bootstrapPath: "charts/app-config",
  repositories: [
    { url: `${GITHUB}/${organisation.gitHub}`, path: secret(organisation, "argocd/github-app") },
  ],
  // From Friday at five until Monday at eight, when few are there to notice.
  syncWindows: [{ kind: "deny", schedule: "0 17 * * 5", hours: 63, manualSync: true }],
  slack: organisation.defaults.deployChannel !== undefined && {
    tokenPath: secret(organisation, "argocd/slack"),
    channel: organisation.defaults.deployChannel,
    triggers: ["on-sync-failed", "on-health-degraded"],
  },
});

/** Workflows are remembered where there is a database for them. */
const argoWorkflows = (organisation: Organisation, hasDatabase: boolean): ArgoWorkflowsConfig => ({
  values: {},
  keepArtifactsDays: 30,
  archive: hasDatabase && { keepDays: 180 },
  // Images go from one environment to the next in the registry.
  promotion: organisation.containerRegistry !== false && {
    tagsFolder: "charts/app-config/image-tags",
    tokenPath: secret(organisation, "argo-workflows/charts-repository"),
    smokeTestPath: "/healthcheck/ready",
  },
});

/** Settings of the cluster that the defaults follow. */
interface DeliverySurroundings {
  readonly organisation: Organisation;
  readonly hasWorkflowsDatabase: boolean;
}

/** Settings over production's. */
export const deliveryWithDefaults = (
  settings: AddonsSettings,
  { organisation, hasWorkflowsDatabase }: DeliverySurroundings,
): DeliveryServices => ({
  argoCd: withDefaults(argoCd(organisation), settings.argoCd ?? needs(deploysCharts(settings, organisation))),
  argoWorkflows: withDefaults(
    argoWorkflows(organisation, hasWorkflowsDatabase),
    settings.argoWorkflows ??
      needs(organisation.deliveryNamespace !== undefined && deploysCharts(settings, organisation)),
  ),
  reloader: withDefaults({ values: {} }, settings.reloader),
  imagePullSecrets: settings.imagePullSecrets ?? [],
  renovate: settings.renovate ?? true,
  seal: settings.seal ?? true,
});
