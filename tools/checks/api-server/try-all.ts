import { join } from "node:path";
import { environmentSettings } from "../../../src/platform/environments";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type ServerPrograms, withApiServer } from "../../offline/api-server";
import { synthesiseExamples } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { asSample, sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { stackObjects, unknownTypes } from "./stack-objects";
import { tryObjects } from "./try-objects";

/** Result of one stack. */
export interface Trial {
  readonly stack: string;
  readonly objects: number;
  readonly findings: readonly string[];
}

/** Stacks whose objects all come from Terraform's provider for Kubernetes. */
const STACK = "cluster-access-";

/** Has a real API server take the objects of every cluster, of samples and of examples. */
export const tryAll = (
  programs: ServerPrograms,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<readonly Trial[]> =>
  inTemporaryFolder("api-server-stacks", async (folder) => {
    progress("synth");
    const stacks = stacksIn(folder).filter(({ id }) => id.startsWith(STACK));
    progress("start");
    return withApiServer(programs, signal, async (client) => {
      const trials: Trial[] = [];
      // One after the other: clusters have objects of the same names.
      for (const { id, json } of stacks) {
        progress(`${trials.length} of ${stacks.length}: ${id}`);
        const objects = stackObjects(json);
        const findings = [...unknownTypes(json).map(unknown), ...(await tryObjects(objects, client))];
        trials.push({ stack: id, objects: objects.length, findings });
      }
      return trials;
    });
  });

const unknown = (type: string): string =>
  `${type}: expected a type whose objects are known, got another; add it to tools/terraform-json/kubernetes-objects.ts`;

const stacksIn = (folder: string): SynthesisedStack[] => [
  ...synthesise(defineEnvironments(environmentSettings), join(folder, "environments")),
  ...synthesise(sampleEnvironments(), join(folder, "samples")).map((stack) => ({
    ...stack,
    id: asSample(stack.id),
  })),
  ...synthesiseExamples(join(folder, "examples")),
];
