import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { secondsOfChanges } from "./changes";
import { costOfLater, costOfMany } from "./growth";
import { measure, median, type Program, type Run } from "./measure";
import { bytesIn, resourcesIn } from "./output";
import { bundle, floor, type PlatformSize, platformsOf, stock, synth } from "./programs";
import { figuresOfTenants, tenantPrograms } from "./tenants";
import { benchTable, type Figure } from "./table";

const OUTDIR = "node_modules/.cache/platform/bench";

/** Measures synth against its floor, against the stock way and at several sizes, and prints a table. */
export async function bench(rounds: number): Promise<void> {
  rmSync(OUTDIR, { recursive: true, force: true });
  mkdirSync(OUTDIR, { recursive: true });
  const bundling = await secondsOfBundling(rounds);
  const of = await platformsOf();
  const programs = {
    floor: floor(),
    synth,
    stock: stock(),
    ...platforms(of),
    ...(await tenantPrograms()),
  };
  const runs = measure(programs, rounds, OUTDIR);
  const resources = resourcesIn(join(OUTDIR, "synth"));
  const changes = await secondsOfChanges(
    of({ environments: 20 }),
    of({ environments: 20, release: 2 }),
    OUTDIR,
  );

  console.log(`medians of ${rounds} alternating runs; ${resources} resources in all environments\n`);
  console.log(
    benchTable([
      ...figuresOfSynth(runs, resources),
      { what: "bundling, before each synth", value: bundling, unit: "s", aim: 0.3 },
      ...figuresOfGrowth(runs),
      { what: "changes of a release over 20 clusters", value: changes, unit: "s", aim: 10 },
      ...figuresOfTenants(runs, OUTDIR),
      { what: "unit tests of the platform", value: secondsOf(PLATFORM_TESTS), unit: "s", aim: 20 },
      { what: "unit tests, the tools' too", value: secondsOf(ALL_TESTS), unit: "s", aim: 30 },
    ]),
  );
}

/** Platforms of growing size, by the count of what grows. */
const platforms = (of: (size: PlatformSize) => Program) => ({
  one: of({}),
  environments10: of({ environments: 10 }),
  environments20: of({ environments: 20 }),
  clusters5: of({ clusters: 5 }),
  clusters10: of({ clusters: 10 }),
  namespaces100: of({ namespaces: 100 }),
  namespaces800: of({ namespaces: 800 }),
});

type Runs = Readonly<Record<"floor" | "synth" | "stock" | keyof ReturnType<typeof platforms>, Run>>;

function figuresOfSynth({ synth, floor, stock }: Runs, resources: number): Figure[] {
  const overFloor = (synth.milliseconds - floor.milliseconds) / resources;
  return [
    { what: "synth of everything", value: synth.milliseconds / 1000, unit: "s" },
    { what: "floor: loads CDKTF and the same modules", value: floor.milliseconds / 1000, unit: "s" },
    { what: "stock: tsx, whole providers", value: stock.milliseconds / 1000, unit: "s" },
    { what: "synth / floor", value: synth.milliseconds / floor.milliseconds, unit: "×" },
    { what: "stock / synth", value: stock.milliseconds / synth.milliseconds, unit: "×" },
    { what: "over the floor, per resource", value: overFloor, unit: "ms", aim: 0.5 },
    { what: "memory of synth", value: synth.megabytes, unit: "MB", aim: 200 },
    { what: "memory of stock", value: stock.megabytes, unit: "MB" },
  ];
}

/** Each may cost a fifth more than linear growth has it: 800 namespaces at most 9.6 times as much as 100. */
function figuresOfGrowth(runs: Runs): Figure[] {
  const at = (size: number, { milliseconds }: Run) => ({ size, value: milliseconds });
  const one = at(1, runs.one);
  const bytes = (name: keyof Runs): number => bytesIn(join(OUTDIR, name));

  return [
    {
      what: "synth of 20 clusters, each like production's",
      value: runs.environments20.milliseconds / 1000,
      unit: "s",
      aim: 10,
    },
    {
      what: "environments 11 to 20 / 2 to 10, each",
      value: costOfLater(one, at(10, runs.environments10), at(20, runs.environments20)),
      unit: "×",
      aim: 1.2,
    },
    {
      what: "clusters 6 to 10 / 2 to 5, each",
      value: costOfLater(one, at(5, runs.clusters5), at(10, runs.clusters10)),
      unit: "×",
      aim: 1.2,
    },
    {
      what: "800 namespaces / 100, time",
      value: costOfMany(one.value, runs.namespaces100.milliseconds, runs.namespaces800.milliseconds),
      unit: "×",
      aim: 9.6,
    },
    {
      what: "800 namespaces / 100, bytes",
      value: costOfMany(bytes("one"), bytes("namespaces100"), bytes("namespaces800")),
      unit: "×",
      aim: 9.6,
    },
  ];
}

async function secondsOfBundling(rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await bundle());
  }
  return median(times) / 1000;
}

const PLATFORM_TESTS = ["vitest", "run", "--project", "platform"];
const ALL_TESTS = ["vitest", "run"];

function secondsOf(command: readonly string[]): number {
  const start = performance.now();
  spawnSync("npx", command, { stdio: "ignore" });
  return (performance.now() - start) / 1000;
}
