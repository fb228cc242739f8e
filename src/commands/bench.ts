import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { measure, median } from "./bench/measure";
import { bundle, copies, floor, stock, synth } from "./bench/programs";
import { benchTable } from "./bench/table";

const ROUNDS = Number(process.argv[2] ?? 5);
const OUTDIR = "node_modules/.cache/platform/bench";

/** How many resources and data sources a program has synthesised. */
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

rmSync(OUTDIR, { recursive: true, force: true });
mkdirSync(OUTDIR, { recursive: true });

const bundling = median(Array.from({ length: ROUNDS }, bundle)) / 1000;
const runs = measure(
  { floor: floor(), synth, stock: stock(), one: copies(1), twenty: copies(20) },
  ROUNDS,
  OUTDIR,
);

const overFloor = (program: "synth" | "one" | "twenty"): number =>
  (runs[program].milliseconds - runs.floor.milliseconds) / countResources(program);

console.log(
  `medians of ${ROUNDS} alternating runs; ${countResources("synth")} resources in all environments\n`,
);
console.log(
  benchTable([
    { what: "synth of everything", value: runs.synth.milliseconds / 1000, unit: "s" },
    { what: "floor: loads CDKTF and the same modules", value: runs.floor.milliseconds / 1000, unit: "s" },
    { what: "stock: tsx, whole providers", value: runs.stock.milliseconds / 1000, unit: "s" },
    { what: "synth / floor", value: runs.synth.milliseconds / runs.floor.milliseconds, unit: "×" },
    { what: "stock / synth", value: runs.stock.milliseconds / runs.synth.milliseconds, unit: "×" },
    { what: "over the floor, per resource", value: overFloor("synth"), unit: "ms", aim: 1 },
    {
      what: "20 environments / 1, per resource",
      value: overFloor("twenty") / overFloor("one"),
      unit: "×",
      aim: 1.2,
    },
    { what: "bundling, before each synth", value: bundling, unit: "s", aim: 0.3 },
    { what: "memory of synth", value: runs.synth.megabytes, unit: "MB", aim: 200 },
    { what: "memory of stock", value: runs.stock.megabytes, unit: "MB" },
    { what: "unit tests", value: secondsOfUnitTests(), unit: "s", aim: 20 },
  ]),
);
