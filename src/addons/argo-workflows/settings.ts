import { z } from "zod";
import { chartAddon, chartSection, MONITORED, SIGNED_IN } from "../../settings/addon-definition/definition";
import { deliversApplications } from "../../settings/addon-definition/organisation-sections";
import { off, section } from "../../settings/addon-definition/section";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { rolesOfArgoWorkflows } from "./owned-roles";
import { problemsOfArgoWorkflows } from "./rules";

/** The way of images into the environment and on to the next one. */
const PROMOTION = section({
  /** The folder of the charts' repository with a folder for each environment, and in it a file for each application. */
  tagsFolder: z.string(),

  /** Path in Secrets Manager of the `token` that may push to the charts' repository. */
  tokenPath: z.string(),

  /** Path at which an application answers 200 while it is well. */
  smokeTestPath: z.string(),
});

export type PromotionConfig = Readonly<z.infer<typeof PROMOTION>>;

const ARCHIVE = section({
  /** Days after which a workflow is forgotten. */
  keepDays: z.number(),
});

const CONFIG = chartSection({
  /** Days after which logs and artifacts of workflows are deleted. */
  keepArtifactsDays: z.number(),

  /** Archive in `workflowsDatabase` of workflows that the cluster has forgotten; `false` for none. */
  archive: z.union([ARCHIVE, off]),

  /** Promotion of images; `false` for none. */
  promotion: z.union([PROMOTION, off]),
});

export type ArgoWorkflowsConfig = Readonly<z.infer<typeof CONFIG>>;

const secret = ({ secretsPrefix }: Organisation, path: string): string => `${secretsPrefix}/${path}`;

export const argoWorkflows = chartAddon({
  chart: CHART,
  ownsRoles: rolesOfArgoWorkflows,
  config: CONFIG,
  // Workflows are remembered where there is a database for them.
  defaults: ({ organisation, hasWorkflowsDatabase }) => ({
    values: {},
    keepArtifactsDays: 30,
    archive: hasWorkflowsDatabase && { keepDays: 180 },
    // Images go from one environment to the next in the registry.
    promotion: organisation.containerRegistry !== false && {
      tagsFolder: "charts/app-config/image-tags",
      tokenPath: secret(organisation, "argo-workflows/charts-repository"),
      smokeTestPath: "/healthcheck/ready",
    },
  }),
  offByDefault: (context) => !deliversApplications(context),
  needs: {
    ...MONITORED,
    ...SIGNED_IN,
  },
  health: { "argo-workflows": "/" },
  rules: problemsOfArgoWorkflows,
});
