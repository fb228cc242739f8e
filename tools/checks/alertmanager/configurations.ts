import type { Environment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { clusterStacks } from "../../terraform-json/stack-places";
import { asMap, type JsonMap, textOf, valueAt } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** Configuration of Alertmanager in one cluster. */
export interface Configuration {
  /** Name of the environment, followed by the cluster's unless it is the main one. */
  readonly environment: string;
  readonly config: JsonMap & { readonly receivers: readonly { readonly name: string }[] };

  /** Texts by the name of their file. */
  readonly templates: Readonly<Record<string, string>>;
}

interface Values {
  readonly alertmanager: {
    readonly config: Configuration["config"];
    readonly templateFiles: Configuration["templates"];
  };
}

/** Configurations of the alert managers of fleets, whose texts are in them. */
export const fleetConfigurations = (
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): Configuration[] =>
  clusterStacks("cluster-infrastructure", stacks, environments).flatMap(({ cluster, json }) =>
    Object.values(asMap(valueAt(asMap(json.resource), "aws_prometheus_alert_manager_definition"))).map(
      (resource) => {
        const { alertmanager_config: config } = JSON.parse(textOf(asMap(resource).definition)) as {
          readonly alertmanager_config: string;
        };
        return {
          environment: `fleet of ${clusterLabel(cluster)}`,
          config: JSON.parse(config) as Configuration["config"],
          templates: {},
        };
      },
    ),
  );

/** Configurations of all clusters with Alertmanager. */
export const configurationsOf = (
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): Configuration[] =>
  clusterStacks("cluster-services", stacks, environments).flatMap(({ cluster, json }) =>
    Object.values(asMap(valueAt(asMap(json.resource), "helm_release")))
      .map(asMap)
      .filter(({ chart }) => chart === "kube-prometheus-stack")
      .map(({ values }) => {
        const { alertmanager } = JSON.parse(textOf((values as string[])[0])) as Values;
        return {
          environment: clusterLabel(cluster),
          config: alertmanager.config,
          templates: alertmanager.templateFiles,
        };
      }),
  );
