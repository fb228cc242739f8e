import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { remembered } from "../../kit/remembered";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { crdsIn } from "./chart-crds";
import type { ChartFolders } from "./chart-folders";
import { apiVersionsOf, type CustomKind, customKindsIn } from "./custom-kinds";
import { kindsOfEks } from "./kinds-of-eks";
import { keysIn } from "./keys-of-chart";
import { objectsIn } from "./objects";
import { type Release, releasesOf } from "./releases";
import type { Render } from "./render";
import { chartRecord, recordBytes } from "./release-size";
import type { Rendered } from "./rendered";
import { usedValues } from "./used-values";
import { workloadsIn } from "./workloads";

/** Contents of charts' folders: clusters install the same charts. */
const [crdsOf, recordOf] = [remembered(crdsIn), remembered(chartRecord)];

/** Tools to render a stack with. */
export interface Renderer {
  readonly folders: ChartFolders;
  readonly render: Render;

  /** Folder for values. */
  readonly scratch: string;
}

/** Outcome of one release. */
export type Outcome =
  | { readonly release: Release; readonly rendered: Rendered }
  | { readonly release: Release; readonly notRendered: string }
  | { readonly release: Release; readonly problem: string };

/** Renders all releases of a stack, each with the kinds that exist when it is installed. */
export async function renderStack(
  stack: SynthesisedStack,
  environment: ClusterEnvironment,
  renderer: Renderer,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const earlier: Rendered[] = [];

  for (const release of releasesOf(stack)) {
    const outcome = await renderRelease(release, environment, earlier, renderer);
    outcomes.push(outcome);
    if ("rendered" in outcome) {
      earlier.push(outcome.rendered);
    }
  }
  return outcomes;
}

async function renderRelease(
  release: Release,
  environment: ClusterEnvironment,
  earlier: readonly Rendered[],
  { folders, render, scratch }: Renderer,
): Promise<Outcome> {
  const place = await folders(release.chart);
  if ("missing" in place) {
    return { release, notRendered: place.missing };
  }
  const before = earlier.filter((other) => release.after.has(other.release.address));
  const known: readonly CustomKind[] = [
    ...kindsOfEks(environment),
    ...before.flatMap(({ objects }) => customKindsIn(objects)),
  ];
  const { yaml, problem } = await render(release, place.folder, {
    kubernetes: environment.cluster.version,
    apiVersions: apiVersionsOf(known),
    folder: scratch,
  });
  if (problem !== undefined) {
    return { release, problem: `Helm does not render it: ${problem}` };
  }
  const objects = objectsIn(yaml);
  const rendered: Rendered = {
    release: { ...release, values: usedValues(release.values, place.folder) },
    objects,
    workloads: workloadsIn(objects),
    crds: crdsOf(place.folder),
    keys: release.chart.folder === undefined ? keysIn(place.folder) : undefined,
    // Read by one check of several, and most of the time that a rendering takes.
    get recordBytes() {
      return recordBytes(release, yaml, place.folder, recordOf);
    },
    kinds: [...known, ...customKindsIn(objects)],
    kindsMayLack: before.length < release.after.size,
  };
  return { release, rendered };
}
