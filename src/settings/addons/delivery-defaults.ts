import { ORGANISATION } from "../../platform/organisation";
import type { AddonsSettings } from "./addons";
import type { ArgoCdConfig, ArgoWorkflowsConfig, DeliveryServices } from "./delivery";
import { withDefaults } from "./with-defaults";

const secret = (path: string): string => `${ORGANISATION.secretsPrefix}/${path}`;

const GITHUB = "https://github.com";

const ARGO_CD: ArgoCdConfig = {
  values: {},
  bannerColour: "#d4351c",
  charts: { repository: `${ORGANISATION.gitHub}/govuk-helm-charts`, branch: "main" },
  bootstrapPath: "charts/app-config",
  repositories: [{ url: `${GITHUB}/${ORGANISATION.gitHub}`, path: secret("argocd/github-app") }],
  // From Friday at five until Monday at eight, when few are there to notice.
  syncWindows: [{ kind: "deny", schedule: "0 17 * * 5", hours: 63, manualSync: true }],
  slack: {
    tokenPath: secret("argocd/slack"),
    channel: "#govuk-deploy-alerts",
    triggers: ["on-sync-failed", "on-health-degraded"],
  },
};

/** Workflows are remembered where there is a database for them. */
const argoWorkflows = (hasDatabase: boolean): ArgoWorkflowsConfig => ({
  values: {},
  keepArtifactsDays: 30,
  archive: hasDatabase && { keepDays: 180 },
  promotion: {
    tagsFolder: "charts/app-config/image-tags",
    tokenPath: secret("argo-workflows/charts-repository"),
    smokeTestPath: "/healthcheck/ready",
  },
});

/** Settings over production's. */
export const deliveryWithDefaults = (
  settings: AddonsSettings,
  { hasWorkflowsDatabase }: { readonly hasWorkflowsDatabase: boolean },
): DeliveryServices => ({
  argoCd: withDefaults(ARGO_CD, settings.argoCd),
  argoWorkflows: withDefaults(argoWorkflows(hasWorkflowsDatabase), settings.argoWorkflows),
  reloader: withDefaults({ values: {} }, settings.reloader),
  imagePullSecrets: settings.imagePullSecrets ?? [],
  renovate: settings.renovate ?? true,
  seal: settings.seal ?? true,
});
