import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { defineEnvironments } from "../../samples/platform";
import { environmentSettings } from "../../../src/platform/environments";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { renderStack } from "../charts/render-stack";
import { onAllCores } from "../../kit/on-all-cores";
import { synthesise } from "../../samples/synthesise";
import { runProcess } from "../../kit/run-process";
import { goTool } from "../../toolbox/go-tools";
import { judgedObjects } from "./judged-objects";

export interface PlatformJudgement {
  readonly objects: number;
  readonly findings: readonly string[];
  readonly notChecked: readonly string[];
}

/**
 * Objects of the platform's own charts, as Helm renders them, that the policies of each environment refuse.
 */
export async function judgePlatform(
  gator: string,
  folder: string,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<PlatformJudgement> {
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return {
      objects: 0,
      findings: [],
      notChecked: [`the platform's own objects were not judged: ${helm.missing}`],
    };
  }
  const environments = defineEnvironments(environmentSettings);
  const stacks = synthesise(environments, join(folder, "environments"));
  const clusters = environments.flatMap((environment) => environment.clusters);
  const renderer = {
    folders: chartFolders(helm.program, signal),
    render: renderWith(helm.program, signal),
    scratch: folder,
  };
  const results = await onAllCores(clusters, async (environment) => {
    progress(clusterLabel(environment));
    const stack = stacks.find(({ id }) => id === stackId("cluster-services", environment))!;
    const outcomes = await renderStack(stack, environment, renderer);
    const objects = judgedObjects(outcomes.flatMap((one) => ("rendered" in one ? [one.rendered] : [])));

    const place = join(folder, "objects", clusterLabel(environment));
    mkdirSync(place, { recursive: true });
    objects.forEach((object, index) => writeFileSync(join(place, `${index}.yaml`), JSON.stringify(object)));
    const { code, stdout, stderr } = await runProcess([gator, "test", "--filename", place], {
      cwd: place,
      signal,
    });
    return {
      objects: objects.length,
      findings:
        code === 0
          ? []
          : linesOf(`${stdout}\n${stderr}`).map((line) => `${clusterLabel(environment)}: ${line}`),
      notRendered: outcomes.flatMap((one) => ("rendered" in one ? [] : [one.release.name])),
      environment: clusterLabel(environment),
    };
  });
  return {
    objects: results.reduce((sum, { objects }) => sum + objects, 0),
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results
      .filter(({ notRendered }) => notRendered.length > 0)
      .map(
        ({ environment, notRendered }) =>
          `${environment}: not rendered, so not judged: ${notRendered.join(", ")}`,
      ),
  };
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");
