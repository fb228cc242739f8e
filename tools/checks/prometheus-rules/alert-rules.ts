import { asMap, textOf, valueAt } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** A rule as Prometheus takes it. */
export interface PrometheusAlert {
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Rules of Prometheus in one environment. */
export interface EnvironmentRules {
  /** The environment's name. */
  readonly environment: string;
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusAlert[] }[];
}

interface Values {
  readonly objects?: readonly {
    readonly kind: string;
    readonly spec: { readonly groups: EnvironmentRules["groups"] };
  }[];
}

/** Rules of every environment that has some. */
export const environmentRules = (stacks: readonly SynthesisedStack[]): EnvironmentRules[] =>
  stacks
    .map(({ id, json }) => ({
      environment: id.replace(/^cluster-services-/, ""),
      groups: Object.values(asMap(valueAt(asMap(json.resource), "helm_release")))
        .map((release) => JSON.parse(textOf((asMap(release).values as string[])[0])) as Values)
        .flatMap(({ objects = [] }) => objects)
        .filter(({ kind }) => kind === "PrometheusRule")
        .flatMap(({ spec }) => spec.groups),
    }))
    .filter(({ groups }) => groups.length > 0);
