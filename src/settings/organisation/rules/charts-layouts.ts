import { ADDON_PROJECT } from "../../namespaces/argo-projects";
import { DNS_LABEL } from "../../checking/dns-label";
import { isOfEveryObject } from "../../checking/own-value";
import { type Path, problem, show } from "../../checking/problem";
import { problemsOfReason } from "../../checking/reason";
import { namespaceNames } from "../../namespaces/namespaces";
import { isOfPlatform } from "../../namespaces/argo-kinds";
import { layoutExists } from "../charts-layout";
import { type ChartsLayoutConfig, type ChartsProjectConfig, OWN_LAYOUT } from "../charts-layout-schema";
import type { OrganisationConfig } from "../schema";
import { makersSignIn } from "./charts-makers";

const AT = ["organisation", "chartsLayouts"];

/** Checks the layouts of repositories of charts, and that the default is one of them. */
export const problemsOfChartsLayouts = (organisation: OrganisationConfig): string[] => [
  ...layoutExists(organisation.defaults.chartsLayout, organisation.chartsLayouts, [
    "organisation",
    "defaults",
    "chartsLayout",
  ]),
  ...Object.entries(organisation.chartsLayouts).flatMap(([name, layout]) => [
    ...nameIsFree(name),
    ...problemsOfLayout(layout, [...AT, name], [...namespaceNames(organisation), "kube-system"]),
    ...makersSignIn(layout, organisation, [...AT, name]),
  ]),
];

/** Object that pods name, by kind and name. */
const NAMED_BY_PODS =
  /^(?:ConfigMap|PersistentVolumeClaim|Secret|Service|ServiceAccount) [a-z0-9*][a-z0-9.*-]*$/;

const nameIsFree = (name: string): string[] =>
  name !== OWN_LAYOUT && DNS_LABEL.test(name) && !isOfEveryObject(name)
    ? []
    : [
        problem(
          [...AT, name],
          "a DNS label of your own",
          show(name),
          `use lower-case letters, digits and hyphens; not ${OWN_LAYOUT}, which needs no description`,
        ),
      ];

const problemsOfLayout = (layout: ChartsLayoutConfig, at: Path, namespaces: readonly string[]): string[] => [
  ...namespaceExists(layout.namespace, namespaces, [...at, "namespace"]),
  ...Object.keys(layout.facts)
    .filter((name) => Object.hasOwn(layout.values, name))
    .map((name) =>
      problem(
        [...at, "values", name],
        "a value that is no fact",
        show(name),
        "leave it out of facts or values",
      ),
    ),
  ...layout.projects.flatMap((project, index) => [
    ...nameIsUnique(layout.projects, index, [...at, "projects", index, "name"]),
    ...problemsOfProject(project, [...at, "projects", index], namespaces),
  ]),
  ...Object.entries(layout.refused).flatMap(([name, reason]) =>
    problemsOfReason(reason, [...at, "refused", name], "say why no project lets this application in"),
  ),
  ...layout.notMade.flatMap(({ object, reason }, index) => [
    ...(NAMED_BY_PODS.test(object)
      ? []
      : [
          problem(
            [...at, "notMade", index, "object"],
            "ConfigMap, PersistentVolumeClaim, Secret, Service or ServiceAccount and a name",
            show(object),
            "write Secret signon-app-* for example",
          ),
        ]),
    ...problemsOfReason(
      reason,
      [...at, "notMade", index, "reason"],
      "say what makes it, or why nothing does",
    ),
  ]),
];

/** Names of projects that are the platform's. */
const PLATFORM = "platform";

const nameIsUnique = (projects: readonly ChartsProjectConfig[], index: number, at: Path): string[] => {
  const { name } = projects[index]!;
  const isTaken = name === PLATFORM || name.startsWith(ADDON_PROJECT);
  return DNS_LABEL.test(name) && !isTaken && projects.findIndex((one) => one.name === name) === index
    ? []
    : [
        problem(
          at,
          "a DNS label that no other project has",
          show(name),
          `use lower-case letters, digits and hyphens; ${PLATFORM} and ${ADDON_PROJECT}… are the platform's own`,
        ),
      ];
};

const namespaceExists = (name: string, namespaces: readonly string[], at: Path): string[] =>
  namespaces.includes(name)
    ? []
    : [
        problem(
          at,
          `one of ${namespaces.join(", ")}`,
          show(name),
          "add it to namespaces of the organisation",
        ),
      ];

const problemsOfProject = (
  project: ChartsProjectConfig,
  at: Path,
  namespaces: readonly string[],
): string[] => [
  ...project.namespaces.flatMap((name, index) =>
    namespaceExists(name, namespaces, [...at, "namespaces", index]),
  ),
  ...[...project.clusterKinds, ...project.namespaceKinds]
    .filter(({ group, kind }) => `${group}/${kind}`.includes("*"))
    .map(({ group, kind }) =>
      problem(
        at,
        "kinds by their names",
        show(`${group}/${kind}`),
        "list each kind: a project may have no other",
      ),
    ),
  ...reasonIsGiven(project, [...at, "reason"]),
];

const REASON = "say why the charts need kube-system, kinds outside namespaces, or kinds that give rights";

const reasonIsGiven = (project: ChartsProjectConfig, at: Path): string[] => {
  const { reason } = project;
  if (reason !== undefined) {
    return problemsOfReason(reason, at, REASON);
  }
  return givesRights(project) ? [problem(at, "a sentence", "nothing", REASON)] : [];
};

const givesRights = ({ clusterKinds, namespaceKinds, namespaces }: ChartsProjectConfig): boolean =>
  clusterKinds.length > 0 || namespaces.includes("kube-system") || namespaceKinds.some(isOfPlatform);
