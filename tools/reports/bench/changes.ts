import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../../kit/run-process";
import type { JsonMap } from "../../terraform-json/json-map";
import { reportOn, type Stacks } from "../changes/report";
import { tableOf } from "../changes/table";
import type { Program } from "./measure";

/**
 * Seconds in which two synths, at once as in `npm run changes`, become one table of what changes between them.
 *
 * @throws if a synth fails, or nothing changes
 */
export async function secondsOfChanges(base: Program, head: Program, outdir: string): Promise<number> {
  const start = performance.now();
  const [before, after] = await Promise.all([
    synthesised(base, join(outdir, "changes-base")),
    synthesised(head, join(outdir, "changes-head")),
  ]);
  const report = reportOn("base", before, after);
  tableOf(report);
  if (report.versions.length === 0) {
    throw new Error("expected versions that change, got none");
  }
  return (performance.now() - start) / 1000;
}

async function synthesised(program: Program, outdir: string): Promise<Stacks> {
  const { code, stderr } = await runProcess([process.execPath, ...program], {
    cwd: process.cwd(),
    env: { ...process.env, CDKTF_OUTDIR: outdir },
    signal: new AbortController().signal,
  });
  if (code !== 0) {
    throw new Error(stderr);
  }
  return new Map(
    readdirSync(join(outdir, "stacks")).map((id) => [
      id,
      JSON.parse(readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8")) as JsonMap,
    ]),
  );
}
