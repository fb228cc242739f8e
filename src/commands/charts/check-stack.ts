import type { Environment } from "../../config/environment";
import type { SynthesisedStack } from "../plan/stack";
import type { ChartFolders } from "./chart-folders";
import { apiVersionsOf, type CustomKind, customKindsIn } from "./custom-kinds";
import { objectsIn } from "./objects";
import { type Release, releasesOf } from "./releases";
import type { Render } from "./render";
import type { Rendered } from "./rendered";
import { RULES } from "./rules";
import type { SchemaCheck } from "./schema-check";
import { serviceAccountProblems } from "./service-accounts";
import { trustsIn } from "./trusts";
import { usedValues } from "./used-values";
import { workloadsIn } from "./workloads";

export interface Instruments {
  readonly folders: ChartFolders;
  readonly render: Render;
  readonly schemas: SchemaCheck;

  /** Where values are written. */
  readonly scratch: string;
}

/** How one release of an environment fared. */
export interface ReleaseResult {
  readonly environment: string;
  readonly release: string;
  readonly chart: string;
  readonly objects: number;
  readonly findings: readonly string[];

  /**
   * Why it was not rendered.
   *
   * @default - it was
   */
  readonly notRendered?: string;
}

/** Renders all releases of a stack, each with the kinds that are there when it is installed, and checks them. */
export async function checkStack(
  stack: SynthesisedStack,
  environment: Environment,
  instruments: Instruments,
): Promise<ReleaseResult[]> {
  const results: ReleaseResult[] = [];
  const rendered: Rendered[] = [];
  const notRendered: Release[] = [];

  for (const release of releasesOf(stack)) {
    const result = await renderRelease(release, environment, rendered, instruments);
    const name = { environment: environment.name, release: release.name, chart: chartName(release) };
    if ("objects" in result) {
      rendered.push(result);
      const findings = problemsOf(result, environment, instruments.schemas);
      results.push({ ...name, objects: result.objects.length, findings });
    } else {
      notRendered.push(release);
      results.push({ ...name, objects: 0, findings: [], ...result });
    }
  }
  const findings = serviceAccountProblems(trustsIn(stack.json), rendered, notRendered);
  const roles = { environment: environment.name, release: "roles", chart: "", objects: 0, findings };
  return findings.length === 0 ? results : [...results, roles];
}

const chartName = ({ chart: { name, version = "" } }: Release): string => `${name} ${version}`.trim();

async function renderRelease(
  release: Release,
  environment: Environment,
  earlier: readonly Rendered[],
  { folders, render, scratch }: Instruments,
): Promise<Rendered | { readonly notRendered: string } | { readonly findings: readonly string[] }> {
  const place = await folders(release.chart);
  if ("missing" in place) {
    return { notRendered: place.missing };
  }
  const before = earlier.filter((other) => release.after.has(other.release.address));
  const known: readonly CustomKind[] = before.flatMap(({ objects }) => customKindsIn(objects));
  const { yaml, problem } = await render(release, place.folder, {
    kubernetes: environment.cluster.version,
    apiVersions: apiVersionsOf(known),
    folder: scratch,
  });
  if (problem !== undefined) {
    return { findings: [`Helm does not render it: ${problem}`] };
  }
  const objects = objectsIn(yaml);
  return {
    release: { ...release, values: usedValues(release.values, place.folder) },
    objects,
    workloads: workloadsIn(objects),
    kinds: [...known, ...customKindsIn(objects)],
  };
}

function problemsOf(rendered: Rendered, environment: Environment, schemas: SchemaCheck): string[] {
  const { objects, kinds } = rendered;
  return [
    ...objects.flatMap((object) => schemas(object, kinds)),
    ...RULES.flatMap((rule) => rule(rendered, environment)),
  ];
}
