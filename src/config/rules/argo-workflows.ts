import type { EnvironmentConfig } from "../environment";
import type { ArgoWorkflowsConfig, WorkflowArchiveConfig } from "../services/delivery";
import { isDomainName } from "./dns";
import { FOLDER, matches } from "./matches";
import { isWhole } from "./numbers";
import { type Path, problem, show } from "./problem";
import { secretCanBeRead } from "./secret-path";

const ARGO_WORKFLOWS = ["services", "argoWorkflows"] as const;

/** What is wrong with Argo Workflows and with what delivers images through it. */
export const problemsOfArgoWorkflows = (
  workflows: ArgoWorkflowsConfig,
  config: EnvironmentConfig,
): string[] => {
  const { keepArtifactsDays, archive, promotion } = workflows;

  return [
    ...days(keepArtifactsDays, [...ARGO_WORKFLOWS, "keepArtifactsDays"]),
    ...(archive
      ? [
          ...problemsOfDatabase(archive),
          ...days(archive.keepDays, [...ARGO_WORKFLOWS, "archive", "keepDays"]),
          ...secretCanBeRead(archive.path, [...ARGO_WORKFLOWS, "archive", "path"], config),
        ]
      : []),
    ...(promotion
      ? [
          ...secretCanBeRead(promotion.tokenPath, [...ARGO_WORKFLOWS, "promotion", "tokenPath"], config),
          ...matches(
            promotion.tagsFolder,
            FOLDER,
            [...ARGO_WORKFLOWS, "promotion", "tagsFolder"],
            'a folder such as "charts/app-config/image-tags"',
            "write it as seen from the repository's root, without a slash at either end",
          ),
          ...matches(
            promotion.smokeTestPath,
            /^\/[\w./-]*$/,
            [...ARGO_WORKFLOWS, "promotion", "smokeTestPath"],
            'a path such as "/healthcheck/ready"',
            'begin it with "/", and leave out host and query',
          ),
        ]
      : []),
  ];
};

const HIGHEST_PORT = 65_535;

const problemsOfDatabase = ({ host, port, database }: WorkflowArchiveConfig): string[] => {
  const at = [...ARGO_WORKFLOWS, "archive"];

  return [
    ...(isDomainName(host)
      ? []
      : [problem([...at, "host"], "the host of a database", show(host), "leave out scheme and port")]),
    ...(isWhole(port, 1, HIGHEST_PORT)
      ? []
      : [
          problem(
            [...at, "port"],
            `a whole number from 1 to ${HIGHEST_PORT}`,
            show(port),
            "PostgreSQL's is 5432",
          ),
        ]),
    ...matches(
      database,
      /^[a-z_][a-z0-9_]{0,62}$/,
      [...at, "database"],
      "the name of a database",
      "use lower-case letters, digits and underscores, no digit first",
    ),
  ];
};

const LONGEST_DAYS = 3650;

const days = (value: number, at: Path): string[] =>
  isWhole(value, 1, LONGEST_DAYS)
    ? []
    : [problem(at, `a whole number from 1 to ${LONGEST_DAYS}`, show(value), "write how many days")];
