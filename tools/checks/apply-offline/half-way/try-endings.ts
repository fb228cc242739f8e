import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiServer } from "../../../offline/api-server";
import { kubeconfigOf } from "../../../offline/control-plane";
import { withStateServer } from "../../../offline/state-server";
import { blocksOf } from "../../../terraform-json/blocks";
import type { SynthesisedStack } from "../../../terraform-json/stack";
import { withoutBlocks } from "../../../terraform-json/without-blocks";
import type { Providers } from "../../../toolbox/providers";
import type { ClusterStacks } from "../cluster-stacks";
import { type Access, offlineStack, type Surroundings } from "../offline-stack";
import { terraformRun } from "../terraform-run";
import { ENDINGS, type TriedStack } from "./endings";
import { impatient } from "./impatient";
import { type Stand, standOf } from "./stand";
import { type DocumentedStep, STEPS } from "./steps";

/** State of a stack after a run ended half-way. */
export interface Recovery {
  readonly ending: string;
  readonly stack: TriedStack;

  /** Steps that led to an empty plan, in their order, each by its message. */
  readonly steps: readonly DocumentedStep[];
  readonly findings: readonly string[];
  readonly seconds: number;
}

/** Tools of a trial. */
export interface TrialTools {
  readonly helm: string;
  readonly providers: Providers;
  readonly folder: string;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;

  /** Share of a run's usual time after which it ends; another each time. */
  readonly moment: () => number;
}

/** Releases that stand for all: one with kinds, one with a workload, one of our own chart. */
const TRIED_RELEASES = ["prometheus-operator-crds_release", "reloader_release", "network-policies"];

/** Applies that a stack may take to come to rest. */
const MOST_APPLIES = 6;

/** Lets runs of a cluster's stacks end in every way, and takes the documented steps until a plan is empty. */
export const tryEndings = (
  cluster: ClusterStacks,
  server: ApiServer,
  tools: TrialTools,
): Promise<readonly Recovery[]> =>
  withStateServer(async (states) => {
    const { helm, providers, folder, progress, signal, moment } = tools;
    mkdirSync(folder, { recursive: true });
    const kubeconfig = join(folder, "kubeconfig.json");
    writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(server)), { mode: 0o600 });
    const surroundings = (id: string, access: Access): Surroundings => ({
      ...{ providers, access, charts: cluster.charts },
      backendOf: () => states.backendOf(id),
    });
    const offlineOf = (stack: SynthesisedStack, id: string, access: Access) =>
      impatient(offlineStack(stack, surroundings(id, access)));
    const standFor = (stack: SynthesisedStack, id: string) => {
      const offline = offlineOf(stack, id, server);
      const terraform = terraformRun(stack, { folder: join(folder, id), providers, signal });
      terraform.write(offline);
      return standOf({
        ...{ terraform, client: server.client, states, helm, kubeconfig, signal },
        stack: { ...offline, id },
      });
    };

    const recoveries: Recovery[] = [];
    const tryOn = async (name: TriedStack, stack: SynthesisedStack) => {
      const usual = await usualTime(standFor(stack, `${name}-whole`));
      for (const [index, ending] of ENDINGS.filter(({ stacks }) => stacks.includes(name)).entries()) {
        progress(`${name}: ${ending.name}`);
        const start = performance.now();
        const id = `${name}-${index}`;
        const stand = standFor(stack, id);
        const findings = [...(await stand.terraform.init())];
        await ending.play({
          ...{ stand, server, moment: Math.round(moment() * usual), folder: join(folder, `${id}-changed`) },
          withAccess: (access) => offlineOf(stack, id, access),
        });
        const { steps, findings: rest } = await recover(stand);
        findings.push(...rest, ...(await stand.terraform.destroy()));
        const seconds = (performance.now() - start) / 1000;
        findings.forEach((finding) => progress(`${name}: ${ending.name}: ${finding}`));
        recoveries.push({ ending: ending.name, stack: name, steps, findings, seconds });
      }
    };
    await tryOn("cluster-access", cluster.access);
    if (cluster.services !== undefined) {
      const access = standFor(cluster.access, "below");
      const errors = [...(await access.terraform.init()), ...(await access.terraform.apply())];
      if (errors.length > 0) {
        return [...recoveries, broken(errors)];
      }
      await tryOn("cluster-services", onlyTried(cluster.services));
    }
    return recoveries;
  });

const broken = (findings: readonly string[]): Recovery => ({
  ...{ ending: "none", stack: "cluster-access", steps: [], seconds: 0 },
  findings,
});

/** Milliseconds of a first apply that nothing ends. */
async function usualTime({ terraform }: Stand): Promise<number> {
  await terraform.init();
  const start = performance.now();
  await terraform.apply();
  const time = performance.now() - start;
  await terraform.destroy();
  return time;
}

/** Applies, and takes the steps of all messages, until a plan is empty. */
async function recover(stand: Stand): Promise<Pick<Recovery, "steps" | "findings">> {
  const steps: DocumentedStep[] = [];
  stand.terraform.write(stand.stack);
  for (let attempt = 0; attempt < MOST_APPLIES; attempt++) {
    const errors = await stand.terraform.apply();
    if (errors.length === 0) {
      const changes = await stand.terraform.changes();
      return {
        steps,
        findings: changes.map((change) => `expected an empty plan after all steps, got ${change}`),
      };
    }
    const next = STEPS.filter(({ message }) => errors.some((error) => message.test(error)));
    if (next.length === 0) {
      return { steps, findings: errors.map((error) => `expected a message with a step, got: ${error}`) };
    }
    for (const step of next) {
      await step.take(stand, errors);
    }
    steps.push(...next);
  }
  return { steps, findings: [`expected rest after ${MOST_APPLIES} applies, got none`] };
}

/** A stack with few releases, which stand for all. */
function onlyTried(stack: SynthesisedStack): SynthesisedStack {
  const kept = TRIED_RELEASES.map((id) => `helm_release.${id}`);
  const others = Object.keys(blocksOf(stack.json, "helm_release"))
    .map((id) => `helm_release.${id}`)
    .filter((address) => !kept.includes(address));
  const json = withoutBlocks(stack.json, {
    isRemoved: (address) => others.includes(address) || address.startsWith("kubernetes_annotations."),
    standInFor: (address) => address,
  });
  return { ...stack, json };
}
