import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";
import { lastLine } from "../../kit/retried";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type ControlPlanePrograms, withControlPlane } from "../../offline/control-plane";
import { withEmulator } from "../../offline/emulator";
import { exampleEnvironments, synthesiseExamples } from "../../samples/examples";
import type { JsonMap } from "../../terraform-json/json-map";
import { backedUpClusters } from "./backed-up-cluster";
import { type Rehearsal, rehearseRestore } from "./rehearse-restore";
import type { VeleroPrograms } from "./velero-server";

/** Programs of rehearsals. */
export interface RestorePrograms {
  readonly controlPlane: ControlPlanePrograms;
  readonly velero: VeleroPrograms;

  /** A Python that has moto. */
  readonly python: string;
}

/** Result of the rehearsal of one cluster. */
export interface ClusterRehearsal extends Rehearsal {
  readonly stack: string;
}

/** Rehearses a restore for each cluster of the examples that has backups, on a control plane and an emulated AWS of its own. */
export const rehearseRestores = (
  { controlPlane, velero, python }: RestorePrograms,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<readonly ClusterRehearsal[]> =>
  inTemporaryFolder("restore", async (folder) => {
    progress("synth");
    const kinds = await kindsOf(velero.velero, folder, signal);
    const clusters = backedUpClusters(exampleEnvironments(), synthesiseExamples(join(folder, "examples")));
    const rehearsals: ClusterRehearsal[] = [];
    for (const [label, cluster] of clusters) {
      const own = join(folder, label);
      mkdirSync(own);
      progress(`${label}: control plane`);
      const rehearsal = await withEmulator(python, (endpoint) =>
        withControlPlane(controlPlane, signal, (api) =>
          rehearseRestore(cluster, {
            ...{ api, kinds, endpoint, python, signal, folder: own, programs: velero },
            progress: (text) => progress(`${label}: ${text}`),
          }),
        ),
      );
      rehearsals.push({ ...rehearsal, stack: label });
    }
    return rehearsals;
  });

/** Definitions of Velero's kinds. */
async function kindsOf(velero: string, cwd: string, signal: AbortSignal): Promise<readonly JsonMap[]> {
  const { code, stdout, stderr } = await runProcess([velero, "kinds"], { cwd, signal });
  if (code !== 0) {
    throw new CommandError(`velero: expected the definitions of its kinds, got: ${lastLine(stderr)}`);
  }
  return JSON.parse(stdout) as Json as readonly JsonMap[];
}
