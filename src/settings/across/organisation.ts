import {
  type ClusterEnvironmentConfig,
  EPHEMERAL_NAME,
  type EnvironmentConfig,
} from "../environment/environment";
import { environmentNames, EPHEMERAL_ACCOUNT } from "../organisation/environment-names";
import { problem, show } from "../checking/problem";

/** Refuses settings that need something the organisation does not have. */
export const environmentFitsTheOrganisation = (config: EnvironmentConfig): string[] =>
  [ephemeralHasItsAccount, cloudHasItsWorkspaces, sentryIsThere].flatMap((rule) => rule(config));

function ephemeralHasItsAccount({ name, organisation }: EnvironmentConfig): string[] {
  const { accounts, ephemeral } = organisation;
  return !EPHEMERAL_NAME.test(name) || (ephemeral !== false && EPHEMERAL_ACCOUNT in accounts)
    ? []
    : [
        problem(
          ["name"],
          "the name of an environment that stays",
          show(name),
          "environments live for days where the organisation has ephemeral and accounts.ephemeral",
        ),
      ];
}

function cloudHasItsWorkspaces({ name, backend, organisation }: EnvironmentConfig): string[] {
  if (backend.type !== "cloud") {
    return [];
  }
  const { terraformCloud: cloud } = organisation;
  if (cloud === false) {
    const fix = "write s3 or local: organisation.terraformCloud is false";
    return [problem(["backend", "type"], "s3 or local", show(backend.type), fix)];
  }
  // Another rule refuses the name itself.
  if (!EPHEMERAL_NAME.test(name) && !environmentNames(organisation).includes(name)) {
    return [];
  }
  const has = EPHEMERAL_NAME.test(name) ? cloud.ephemeral !== false : Object.hasOwn(cloud.environments, name);
  const place = EPHEMERAL_NAME.test(name) ? "ephemeral" : `environments.${name}`;
  const fix = `add organisation.terraformCloud.${place}, or write s3 or local`;
  return has ? [] : [problem(["backend", "type"], "s3 or local", show(backend.type), fix)];
}

/** Refuses verified or promoted images without a registry. */
export function registryIsThere({
  addons: { kyverno, argoWorkflows },
  organisation,
}: ClusterEnvironmentConfig): string[] {
  if (organisation.containerRegistry !== false) {
    return [];
  }
  const fix = "leave it out: organisation.containerRegistry is false";
  return [
    ...(kyverno === false || kyverno.podSecurity !== false
      ? []
      : [problem(["addons", "kyverno"], "false, or podSecurity", show(kyverno), fix)]),
    ...(kyverno === false || kyverno.unsigned === false
      ? []
      : [problem(["addons", "kyverno", "unsigned"], "false", show(kyverno.unsigned), fix)]),
    ...(argoWorkflows === false || argoWorkflows.promotion === false
      ? []
      : [problem(["addons", "argoWorkflows", "promotion"], "false", show(argoWorkflows.promotion), fix)]),
  ];
}

/** Refuses workflows where the organisation has no namespace for those that deliver applications. */
export const workflowsHaveANamespace = ({
  addons: { argoWorkflows },
  organisation,
}: ClusterEnvironmentConfig): string[] =>
  argoWorkflows === false || organisation.deliveryNamespace !== undefined
    ? []
    : [
        problem(
          ["addons", "argoWorkflows"],
          "false",
          "settings",
          "leave it out, or add organisation.deliveryNamespace for the workflows that deliver applications",
        ),
      ];

const sentryIsThere = ({ externalServices: { sentry }, organisation }: EnvironmentConfig): string[] =>
  sentry && organisation.externalServices.sentry === false
    ? [
        problem(
          ["externalServices", "sentry"],
          "false",
          "true",
          "leave it out: organisation.externalServices.sentry is false",
        ),
      ]
    : [];
