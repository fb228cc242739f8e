import type { Environment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { clusterStacks } from "../../terraform-json/stack-places";
import { asMap, textOf, valueAt } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** A rule as Prometheus takes it. */
export interface PrometheusAlert {
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Rules of Prometheus in one cluster. */
export interface EnvironmentRules {
  /** Name of the environment, followed by the cluster's unless it is the main one. */
  readonly environment: string;
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusAlert[] }[];
}

interface Values {
  readonly objects?: readonly {
    readonly kind: string;
    readonly spec: { readonly groups: EnvironmentRules["groups"] };
  }[];
}

/** Rules that AWS evaluates for the fleet of a management cluster. */
export const fleetRules = (
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): EnvironmentRules[] =>
  clusterStacks("cluster-infrastructure", stacks, environments)
    .map(({ cluster, json }) => ({
      environment: `fleet of ${clusterLabel(cluster)}`,
      groups: Object.values(
        asMap(valueAt(asMap(json.resource), "aws_prometheus_rule_group_namespace")),
      ).flatMap(
        (namespace) =>
          (JSON.parse(textOf(asMap(namespace).data)) as { readonly groups: EnvironmentRules["groups"] })
            .groups,
      ),
    }))
    .filter(({ groups }) => groups.length > 0);

/** Rules of every cluster that has some. */
export const environmentRules = (
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): EnvironmentRules[] =>
  clusterStacks("cluster-services", stacks, environments)
    .map(({ cluster, json }) => ({
      environment: clusterLabel(cluster),
      groups: Object.values(asMap(valueAt(asMap(json.resource), "helm_release")))
        .map((release) => JSON.parse(textOf((asMap(release).values as string[])[0])) as Values)
        .flatMap(({ objects = [] }) => objects)
        .filter(({ kind }) => kind === "PrometheusRule")
        .flatMap(({ spec }) => spec.groups),
    }))
    .filter(({ groups }) => groups.length > 0);
