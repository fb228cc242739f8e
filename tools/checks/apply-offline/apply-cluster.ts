import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ApiServer } from "../../offline/api-server";
import { stateFile } from "../../terraform-json/state-file";
import type { Providers } from "../../toolbox/providers";
import { allObjects } from "./all-objects";
import { ask } from "./asked/ask";
import { type EmulatedAws, unplayed } from "./emulated-aws";
import { type ClusterStacks, stacksInOrder } from "./cluster-stacks";
import { changedStack } from "./changed-stack";
import { leftoversOf } from "./leftovers";
import { offlineStack, type Surroundings } from "./offline-stack";
import { resourcesIn, type TerraformRun, terraformRun } from "./terraform-run";

/** End of a cluster. */
export interface Applied {
  readonly stack: string;
  readonly resources: number;

  /** Releases that are left out, each with the reason. */
  readonly leftOut: readonly string[];
  readonly findings: readonly string[];

  /** Lines for a reader about the cluster as it was built. */
  readonly notes: readonly string[];

  /** Steps in their order, each with its duration. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly name: string;
  readonly seconds: number;
}

/** Tools of an application. */
export interface Instruments {
  readonly providers: Providers;
  readonly aws: EmulatedAws | undefined;
  readonly folder: string;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Applies a cluster's stacks in their order, plans them again, changes every release, destroys everything and
 * builds it again. A step that fails is the last.
 */
export async function applyCluster(
  stacks: ClusterStacks,
  server: ApiServer,
  { providers, aws, folder, progress, signal }: Instruments,
): Promise<Applied> {
  const states = join(folder, "states");
  mkdirSync(states, { recursive: true });
  const backendOf = (id: string) => ({ local: { path: stateFile(states, id) } });
  const surroundings: Surroundings = { providers, access: server, backendOf, charts: stacks.charts, aws };
  const ordered = stacksInOrder(stacks);
  const runs = ordered.map((stack) => ({
    stack: offlineStack(stack, surroundings),
    terraform: terraformRun(stack, { folder: join(folder, stack.id), providers, aws, signal }),
  }));
  const before = await allObjects(server.client);

  let resources = 0;
  let notes: readonly string[] = [];
  const build = inOrder(runs, ({ stack, terraform }) =>
    settled(stack.id, terraform, () => terraform.apply()),
  );
  const steps: readonly [string, () => Promise<readonly string[]>][] = [
    ["init", inOrder(runs, ({ stack, terraform }) => (terraform.write(stack), terraform.init()))],
    ["apply", build],
    [
      "ask",
      async () => {
        resources = runs.reduce((sum, run) => sum + resourcesIn(stateFile(states, run.stack.id)), 0);
        const answers = await ask(server.client, stacks.access.json, stacks.leftOut.length === 0);
        notes = [...answers.notes, ...(aws === undefined ? [] : unplayed(ordered, aws))];
        return answers.findings;
      },
    ],
    [
      "change",
      inOrder(runs.slice(1), ({ stack, terraform }) => {
        terraform.write(changedStack(stack, join(folder, "changed")));
        return settled(`${stack.id} after a change of every release`, terraform, () => terraform.apply());
      }),
    ],
    ["destroy", inOrder([...runs].reverse(), ({ terraform }) => terraform.destroy())],
    ["leftovers", async () => leftoversOf(before, await allObjects(server.client))],
    [
      "rebuild",
      inOrder(runs, ({ stack, terraform }) => {
        terraform.write(stack);
        return settled(`${stack.id} built again`, terraform, () => terraform.apply());
      }),
    ],
  ];
  const done: Step[] = [];
  let findings: readonly string[] = [];
  for (const [name, step] of steps) {
    progress(`${stacks.label}: ${name}`);
    const start = performance.now();
    const found = (await step()).map((finding) => `${name}: ${finding}`);
    found.forEach((finding) => progress(`${stacks.label} ${finding}`));
    findings = [...findings, ...found];
    done.push({ name, seconds: (performance.now() - start) / 1000 });
    if (found.length > 0 && !GOES_ON.has(name)) {
      break;
    }
  }
  return { stack: stacks.label, resources, leftOut: stacks.leftOut, findings, notes, steps: done };
}

/** Steps whose findings the next step can bear. */
const GOES_ON = new Set(["ask", "leftovers"]);

/** Does a work for each, the next only if the one before had no findings. */
const inOrder =
  <T>(all: readonly T[], work: (one: T) => Promise<readonly string[]>) =>
  async (): Promise<readonly string[]> => {
    for (const one of all) {
      const findings = await work(one);
      if (findings.length > 0) {
        return findings;
      }
    }
    return [];
  };

/** Does a work, after which a plan must be empty. */
async function settled(
  what: string,
  terraform: TerraformRun,
  work: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const errors = await work();
  if (errors.length > 0) {
    return errors.map((error) => `${what}: ${error}`);
  }
  return (await terraform.changes()).map((change) => `${what}: is not applied with one apply: ${change}`);
}
