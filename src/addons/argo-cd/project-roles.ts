import type { HelmValues } from "../../constructs/helm-values";
import type { ArgoCdProject } from "./projects";

/**
 * Roles of a project, each for groups of people.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/
 */
export const projectRoles = ({ name, operators = [], makers = [] }: ArgoCdProject): HelmValues[] => [
  ...(operators.length > 0 ? [operatorsRole(name, operators)] : []),
  ...(makers.length > 0 ? [makersRole(name, makers)] : []),
];

const OPERATE = ["get", "sync", "action/apps/Deployment/restart", "action/batch/CronJob/create-job"];

/** Role of those who run what is there. */
const operatorsRole = (project: string, groups: readonly string[]): HelmValues => ({
  name: "operator",
  description: "Looks at the project's applications and their logs, synchronises them and restarts what runs",
  groups,
  policies: policies(project, "operator", OPERATE),
});

/**
 * Role without `override`, which would apply files that are in no Git. Argo CD asks for `create` of the project that an
 * Application names, so that its makers reach no other.
 */
const makersRole = (project: string, groups: readonly string[]): HelmValues => ({
  name: "maker",
  description: "Makes and changes the project's applications, besides what operators do",
  groups,
  policies: policies(project, "maker", [...OPERATE, "create", "update"]),
});

const policies = (project: string, role: string, actions: readonly string[]): string[] => [
  ...actions.map((action) => `p, proj:${project}:${role}, applications, ${action}, ${project}/*, allow`),
  `p, proj:${project}:${role}, logs, get, ${project}/*, allow`,
];
