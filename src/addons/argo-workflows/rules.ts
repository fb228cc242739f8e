import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import type { ArgoWorkflowsConfig, PromotionConfig } from "./settings";
import { FOLDER, matches } from "../../settings/checking/matches";
import { problemsOfReason } from "../../settings/checking/reason";
import { isWhole } from "../../settings/checking/numbers";
import { type Path, problem, show } from "../../settings/checking/problem";
import { secretCanBeRead } from "../../settings/checking/secret-path";

const ARGO_WORKFLOWS = ["addons", "argoWorkflows"] as const;

/** Problems of Argo Workflows and of the delivery of images through it. */
export const problemsOfArgoWorkflows = (config: ClusterEnvironmentConfig): string[] =>
  config.addons.argoWorkflows ? problemsIn(config.addons.argoWorkflows, config) : [];

const problemsIn = (workflows: ArgoWorkflowsConfig, config: ClusterEnvironmentConfig): string[] => {
  const { keepArtifactsDays, archive, promotion } = workflows;

  return [
    ...days(keepArtifactsDays, [...ARGO_WORKFLOWS, "keepArtifactsDays"]),
    ...(archive
      ? [
          ...days(archive.keepDays, [...ARGO_WORKFLOWS, "archive", "keepDays"]),
          ...archiveHasADatabase(config),
        ]
      : []),
    ...(promotion ? problemsOfPromotion(promotion, [...ARGO_WORKFLOWS, "promotion"], config) : []),
  ];
};

const problemsOfPromotion = (
  { tokenPath, tags, tagsFolder, smokeTestPath }: PromotionConfig,
  at: Path,
  config: ClusterEnvironmentConfig,
): string[] => [
  ...problemsOfTags(tags, [...at, "tags"], config),
  ...secretCanBeRead(tokenPath, [...at, "tokenPath"], config),
  ...matches(
    tagsFolder,
    FOLDER,
    [...at, "tagsFolder"],
    'a folder such as "charts/app-config/image-tags"',
    "write it as seen from the repository's root, without a slash at either end",
  ),
  ...matches(
    smokeTestPath,
    /^\/[\w./-]*$/,
    [...at, "smokeTestPath"],
    'a path such as "/healthcheck/ready"',
    'begin it with "/", and leave out host and query',
  ),
];

const archiveHasADatabase = ({ workflowsDatabase }: ClusterEnvironmentConfig): string[] =>
  workflowsDatabase === false
    ? [
        problem(
          [...ARGO_WORKFLOWS, "archive"],
          "false, since workflowsDatabase is false",
          "an archive",
          "let it have a database, or forget workflows when the cluster does",
        ),
      ]
    : [];

/** Refuses repositories of other organisations, whose content would be deployed, and sharing without a reason. */
function problemsOfTags(
  tags: PromotionConfig["tags"],
  at: Path,
  { organisation: { gitHub } }: ClusterEnvironmentConfig,
): string[] {
  if ("shared" in tags) {
    return problemsOfReason(
      tags.shared.reason,
      [...at, "shared", "reason"],
      "say why, or give each environment a repository of its own",
    );
  }
  const { repository } = tags;
  const name = repository.slice(`${gitHub}/`.length);
  return repository.startsWith(`${gitHub}/`) && /^[\w.-]+$/.test(name)
    ? []
    : [
        problem(
          [...at, "repository"],
          `the beginning of repositories of ${gitHub} such as "${gitHub}/image-tags"`,
          show(repository),
          "write organisation and name, without the environment",
        ),
      ];
}

const LONGEST_DAYS = 3650;

const days = (value: number, at: Path): string[] =>
  isWhole(value, 1, LONGEST_DAYS)
    ? []
    : [problem(at, `a whole number from 1 to ${LONGEST_DAYS}`, show(value), "write how many days")];
