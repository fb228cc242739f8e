import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { lastLine } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";
import type { JsonMap } from "../../terraform-json/json-map";

/** Problem of a policy in a list. */
interface Refusal {
  readonly index: number;
  readonly problem: string;
}

/** Refusals of Cilium's own parser, by the place of the policy in the list. */
export const refusedByCilium = (
  parser: string,
  policies: readonly JsonMap[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, string>> =>
  inTemporaryFolder("cilium-policies", async (folder) => {
    const file = join(folder, "policies.json");
    writeFileSync(file, JSON.stringify(policies));
    const { code, stdout, stderr } = await runProcess([parser, file], { cwd: folder, signal });
    if (code !== 0) {
      throw new Error(`Cilium's parser ended with ${code}: ${lastLine(stderr)}`);
    }
    return new Map((JSON.parse(stdout) as Refusal[]).map(({ index, problem }) => [index, problem]));
  });
