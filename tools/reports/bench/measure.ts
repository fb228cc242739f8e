import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One run of a process. */
export interface Run {
  readonly milliseconds: number;

  /** Peak memory of the process. */
  readonly megabytes: number;
}

/** Something to run, as arguments to node. */
export type Program = readonly string[];

/**
 * Runs every program once to warm caches, then all of them in turn, round after round, so that other load on
 * the machine affects all alike. Each synthesises into a new folder, `<outdir>/<name>`.
 *
 * @throws if a program fails
 */
export function measure<Name extends string>(
  programs: Readonly<Record<Name, Program>>,
  rounds: number,
  outdir: string,
): Record<Name, Run> {
  const names = Object.keys(programs) as Name[];
  const runs = new Map<Name, Run[]>(names.map((name) => [name, []]));
  const runOf = (name: Name) => run(programs[name], join(outdir, name));

  names.forEach(runOf);
  for (let round = 0; round < rounds; round++) {
    names.forEach((name) => runs.get(name)!.push(runOf(name)));
  }
  return Object.fromEntries(names.map((name) => [name, medianRun(runs.get(name)!)])) as Record<Name, Run>;
}

const PROBE = "node_modules/.cache/platform/probe.cjs";

/**
 * Reports, on file descriptor 3, the peak kilobytes of the process that loads it, once for all its threads. Linux counts the
 * memory of the parent into `maxRSS`, but not into VmHWM.
 */
const PROBE_SOURCE = `
const { existsSync, readFileSync, writeSync } = require("fs");
const { isMainThread } = require("worker_threads");
const linux = "/proc/self/status";
const kilobytes = () =>
  existsSync(linux) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(linux, "utf8"))[1] : process.resourceUsage().maxRSS;
if (isMainThread) process.on("exit", () => writeSync(3, String(kilobytes())));
`;

function run(program: Program, outdir: string): Run {
  mkdirSync(dirname(PROBE), { recursive: true });
  writeFileSync(PROBE, PROBE_SOURCE);
  rmSync(outdir, { recursive: true, force: true });
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ["--require", `./${PROBE}`, ...program], {
    env: { ...process.env, CDKTF_OUTDIR: outdir },
    stdio: ["ignore", "ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) {
    throw new Error(`node ${program.join(" ")} failed`);
  }
  return { milliseconds, megabytes: Number(output[3]) / 1024 };
}

const medianRun = (runs: readonly Run[]): Run => ({
  milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
  megabytes: median(runs.map(({ megabytes }) => megabytes)),
});

/** The value in the middle; of an even number of values, the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
