import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { namespacesOf } from "../../../src/settings/namespaces/namespaces";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { disruptionProblems } from "./disruption";
import { networkProblems } from "./network";
import { type NamespaceLabels, podSecurityProblems } from "./pod-security";
import type { Release } from "./releases";
import { type Outcome, type Renderer, renderStack } from "./render-stack";
import type { Rendered } from "./rendered";
import { RULES } from "./rules";
import { isKnown, type SchemaCheck } from "./schema-check";
import { serviceAccountProblems } from "./service-accounts";
import { tokenProblems } from "./tokens";
import { trustsIn } from "./trusts";

/** Tools to check a stack with. */
export interface Instruments extends Renderer {
  readonly schemas: SchemaCheck;
}

/** Result of one release of an environment. */
export interface ReleaseResult {
  readonly environment: string;
  readonly release: string;
  readonly chart: string;
  readonly objects: number;
  readonly findings: readonly string[];

  /**
   * Reason why it was not rendered.
   *
   * @default - none: it was rendered
   */
  readonly notRendered?: string;
}

/**
 * Renders all releases of the stacks of a cluster, each with the kinds that exist when it is installed, and checks them. Pods of
 * one stack may have their policies from another.
 */
export async function checkStacks(
  stacks: readonly SynthesisedStack[],
  environment: ClusterEnvironment,
  instruments: Instruments,
): Promise<ReleaseResult[]> {
  const outcomes = (
    await Promise.all(stacks.map((stack) => renderStack(stack, environment, instruments)))
  ).flat();
  const results = outcomes.map((outcome) => resultOf(outcome, environment, instruments.schemas));

  const rendered = outcomes.flatMap((outcome) => ("rendered" in outcome ? [outcome.rendered] : []));
  const notRendered = outcomes.flatMap((outcome) => ("notRendered" in outcome ? [outcome.release] : []));
  const together = {
    roles: serviceAccountProblems(
      stacks.flatMap(({ json }) => trustsIn(json)),
      rendered,
      notRendered,
    ),
    "disruption budgets": disruptionProblems(rendered, notRendered),
    "network policies": networkProblems(rendered, notRendered, environment),
    "service account tokens": tokenProblems(rendered),
    "pod security": podSecurityProblems(rendered, outcomes.length > rendered.length, labelsOf(environment)),
  };
  return [
    ...results,
    ...Object.entries(together)
      .filter(([, findings]) => findings.length > 0)
      .map(([release, findings]) => ({
        environment: environment.name,
        release,
        chart: "",
        objects: 0,
        findings,
      })),
  ];
}

/** Labels of the namespaces whose pods the platform's own releases are. */
export const labelsOf = (environment: ClusterEnvironment): NamespaceLabels =>
  Object.fromEntries(Object.entries(namespacesOf(environment)).map(([name, { labels }]) => [name, labels]));

function resultOf(outcome: Outcome, environment: ClusterEnvironment, schemas: SchemaCheck): ReleaseResult {
  const { release } = outcome;
  const name = { environment: environment.name, release: release.name, chart: chartName(release) };
  if ("rendered" in outcome) {
    const { rendered } = outcome;
    return {
      ...name,
      objects: rendered.objects.length,
      findings: problemsOf(rendered, environment, schemas),
    };
  }
  return "problem" in outcome
    ? { ...name, objects: 0, findings: [outcome.problem] }
    : { ...name, objects: 0, findings: [], notRendered: outcome.notRendered };
}

/** Name such as `dex 0.24.0`; a chart of our own has no version. */
const chartName = ({ chart: { name, version = "" } }: Release): string => `${name} ${version}`.trim();

function problemsOf(rendered: Rendered, environment: ClusterEnvironment, schemas: SchemaCheck): string[] {
  const { objects, kinds, kindsMayLack } = rendered;
  const judged = kindsMayLack ? objects.filter((object) => isKnown(object, kinds)) : objects;
  return [
    ...judged.flatMap((object) => schemas(object, kinds)),
    ...RULES.flatMap((rule) => rule(rendered, environment)),
  ];
}
