import { z } from "zod";
import { chartAddon, chartSection, MONITORED, SIGNED_IN } from "../../settings/addon-definition/definition";
import { deliversApplications } from "../../settings/addon-definition/organisation-sections";
import { off, section } from "../../settings/addon-definition/section";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { rolesOfArgoWorkflows } from "./owned-roles";
import { problemsOfArgoWorkflows } from "./rules";

/**
 * Repositories that only say which image an environment runs, one for each. A workflow's credential is for its own
 * environment's and for that of the next one, and so writes nothing that an environment beyond applies.
 */
const OWN_TAGS = section({
  /** Beginning of the repositories' names, such as `example/image-tags`: that of staging is `example/image-tags-staging`. */
  repository: z.string(),
});

/** The charts' repository says it for every environment. A credential of the first writes what the last applies. */
const SHARED_TAGS = section({
  shared: section({
    /** Sentence that says why. */
    // Empty if missing, which a rule refuses together with all else that is wrong.
    reason: z.string().default(""),
  }),
});

/** The way of images into the environment and on to the next one. */
const PROMOTION = section({
  /** Place of the files that say which image runs. */
  tags: z.union([OWN_TAGS, SHARED_TAGS]),

  /**
   * Folder with a file for each application. In a shared repository it has a folder for each environment, and the files
   * in those.
   */
  tagsFolder: z.string(),

  /** Path in Secrets Manager of the `token` that may push to the repositories of tags. */
  tokenPath: z.string(),

  /** Path at which an application answers 200 while it is well. */
  smokeTestPath: z.string(),
});

/** Repository of the tags of an environment, such as `example/image-tags-staging`. */
export const tagsRepository = (repository: string, environment: string): string =>
  `${repository}-${environment}`;

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
  reaches: () => ({ "": [443], controller: [] }),
  ownsRoles: rolesOfArgoWorkflows,
  config: CONFIG,
  // Workflows are remembered where there is a database for them.
  defaults: ({ organisation, hasWorkflowsDatabase }) => ({
    values: {},
    keepArtifactsDays: 30,
    archive: hasWorkflowsDatabase && { keepDays: 180 },
    // Images go from one environment to the next in the registry.
    promotion: organisation.containerRegistry !== false && {
      tags: { repository: `${organisation.gitHub}/image-tags` },
      tagsFolder: "image-tags",
      tokenPath: secret(organisation, "argo-workflows/tags-repository"),
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
