import { asMap, type JsonMap, textOf, valueAt } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** Configuration of Alertmanager in one environment. */
export interface Configuration {
  /** The environment's name. */
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

/** Configurations of all environments with Alertmanager. */
export const configurationsOf = (stacks: readonly SynthesisedStack[]): Configuration[] =>
  stacks.flatMap(({ id, json }) =>
    Object.values(asMap(valueAt(asMap(json.resource), "helm_release")))
      .map(asMap)
      .filter(({ chart }) => chart === "kube-prometheus-stack")
      .map(({ values }) => {
        const { alertmanager } = JSON.parse(textOf((values as string[])[0])) as Values;
        return {
          environment: id.replace(/^cluster-services-/, ""),
          config: alertmanager.config,
          templates: alertmanager.templateFiles,
        };
      }),
  );
