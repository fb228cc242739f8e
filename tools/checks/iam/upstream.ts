import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EnvironmentIam } from "./inspect";
import { nameInTable } from "./name-in-table";
import { statementsOf } from "./documents";
import type { UpstreamPolicy, UpstreamSource } from "./upstream-policies";

/** Folder of copies of upstream's policies, on machines that check the platform. */
export const UPSTREAM_FOLDER = join("..", "shared", "iam");

const EDIT = "read upstream's policy again and edit tools/checks/iam/upstream-policies.ts";

/** A Helm chart that an environment installs. */
export interface InstalledChart {
  readonly name: string;
  readonly version: string;
}

/**
 * Findings about roles of add-ons that differ from upstream's policies in another way than is written down.
 * Without a copy of a policy, only what is written down is compared with the role.
 */
export function upstreamFindings(
  environments: readonly EnvironmentIam[],
  charts: readonly InstalledChart[],
  policies: Readonly<Record<string, UpstreamSource>>,
  folder: string,
): string[] {
  const actions = actionsByRole(environments);
  const unlisted = [...actions.keys()]
    .filter((role) => !Object.hasOwn(policies, role))
    .map((role) => `${role}: expected where its policy comes from, got nothing; ${EDIT}`);

  return [
    ...unlisted,
    ...Object.entries(policies).flatMap(([role, policy]) => {
      const ours = actions.get(role);
      if (ours === undefined) {
        return [`${role}: expected a role of that name, got none; ${EDIT}`];
      }
      return "none" in policy
        ? []
        : [...versionFindings(role, policy, charts), ...differences(role, ours, policy, folder)];
    }),
  ];
}

/** Actions that each service account may take by its role's own documents, in any of the environments. */
function actionsByRole(environments: readonly EnvironmentIam[]): Map<string, Set<string>> {
  const actions = new Map<string, Set<string>>();
  for (const { environment, roles } of environments) {
    for (const role of roles.filter(({ trust }) => isForServiceAccount(trust))) {
      const name = nameInTable(role.name, environment);
      const allowed = Object.values(role.policies).flatMap((text) =>
        statementsOf(text).flatMap((statement) => statement.actions),
      );
      if (allowed.length > 0) {
        actions.set(name, new Set([...(actions.get(name) ?? []), ...allowed]));
      }
    }
  }
  return actions;
}

const isForServiceAccount = (trust: string): boolean =>
  trust.includes("system:serviceaccount:") || trust.includes("pods.eks.amazonaws.com");

const versionFindings = (
  role: string,
  { chart }: UpstreamPolicy,
  charts: readonly InstalledChart[],
): string[] =>
  charts
    .filter(({ name, version }) => name === chart.name && version !== chart.version)
    .map(({ version }) => `${role}: compared for ${chart.name} ${chart.version}, got ${version}; ${EDIT}`);

function differences(
  role: string,
  ours: ReadonlySet<string>,
  { actions, more, less }: UpstreamPolicy,
  folder: string,
): string[] {
  const stale = [
    ...Object.keys(more).filter((action) => !ours.has(action)),
    ...Object.keys(less).filter((action) => ours.has(action)),
  ];
  const upstream = upstreamActions(actions, folder);
  const unexplained =
    upstream === undefined
      ? []
      : [
          ...[...ours].filter((action) => !upstream.has(action) && !Object.hasOwn(more, action)),
          ...[...upstream].filter((action) => !ours.has(action) && !Object.hasOwn(less, action)),
        ];
  const upstreamStale =
    upstream === undefined
      ? []
      : [
          ...Object.keys(more).filter((action) => upstream.has(action)),
          ...Object.keys(less).filter((action) => !upstream.has(action)),
        ];
  return [
    ...unexplained.map((action) => `${role}: ${action} differs from upstream without a reason; ${EDIT}`),
    ...new Set([...stale, ...upstreamStale].map((action) => `${role}: ${action} differs no longer; ${EDIT}`)),
  ];
}

/** Actions of a copy; `undefined` if this machine has none. */
function upstreamActions(actions: UpstreamPolicy["actions"], folder: string): Set<string> | undefined {
  if (!("file" in actions || "files" in actions)) {
    return new Set(actions);
  }
  const paths = ("files" in actions ? actions.files : [actions.file]).map((file) => join(folder, file));
  return paths.every((path) => existsSync(path))
    ? new Set(
        paths.flatMap((path) =>
          statementsOf(readFileSync(path, "utf8")).flatMap((statement) => statement.actions),
        ),
      )
    : undefined;
}
