import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { measure, median } from "./measure";
import { bundle, copies, floor, stock, synth } from "./programs";
import { benchTable } from "./table";

const OUTDIR = "node_modules/.cache/platform/bench";

/** Number of resources and data sources that a program has synthesised. */
function countResources(program: string): number {
  const stacks = join(OUTDIR, program, "stacks");
  return readdirSync(stacks)
    .map((stack) => readFileSync(join(stacks, stack, "cdk.tf.json"), "utf8"))
    .map((text) => JSON.parse(text) as Record<"resource" | "data", Record<string, object> | undefined>)
    .flatMap(({ resource = {}, data = {} }) => [...Object.values(resource), ...Object.values(data)])
    .reduce((sum, ofOneType) => sum + Object.keys(ofOneType).length, 0);
}

function secondsOfUnitTests(): number {
  const start = performance.now();
  spawnSync("npm", ["test"], { stdio: "ignore" });
  return (performance.now() - start) / 1000;
}

/** Measures synth against its floor and against the stock way, and prints a table. */
export async function bench(rounds: number): Promise<void> {
  rmSync(OUTDIR, { recursive: true, force: true });
  mkdirSync(OUTDIR, { recursive: true });
  const bundlings: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bundlings.push(await bundle());
  }
  const bundling = median(bundlings) / 1000;
  const programs = {
    floor: floor(),
    synth,
    stock: stock(),
    one: await copies(1),
    ten: await copies(10),
    twenty: await copies(20),
  };
  const runs = measure(programs, rounds, OUTDIR);
  const time = (program: keyof typeof programs): number => runs[program].milliseconds / 1000;

  const resources = countResources("synth");
  const overFloor = ((time("synth") - time("floor")) * 1000) / resources;

  /** Seconds per environment among the last ten of twenty, and among the first ten. */
  const later = (time("twenty") - time("ten")) / 10;
  const earlier = (time("ten") - time("one")) / 9;

  console.log(`medians of ${rounds} alternating runs; ${resources} resources in all environments\n`);
  console.log(
    benchTable([
      { what: "synth of everything", value: time("synth"), unit: "s" },
      { what: "floor: loads CDKTF and the same modules", value: time("floor"), unit: "s" },
      { what: "stock: tsx, whole providers", value: time("stock"), unit: "s" },
      { what: "synth / floor", value: time("synth") / time("floor"), unit: "×" },
      { what: "stock / synth", value: time("stock") / time("synth"), unit: "×" },
      { what: "over the floor, per resource", value: overFloor, unit: "ms", aim: 1 },
      { what: "environments 11 to 20 / 2 to 10, each", value: later / earlier, unit: "×", aim: 1.2 },
      { what: "bundling, before each synth", value: bundling, unit: "s", aim: 0.3 },
      { what: "memory of synth", value: runs.synth.megabytes, unit: "MB", aim: 200 },
      { what: "memory of stock", value: runs.stock.megabytes, unit: "MB" },
      { what: "unit tests", value: secondsOfUnitTests(), unit: "s", aim: 20 },
    ]),
  );
}
