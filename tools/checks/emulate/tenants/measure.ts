import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ResourceKind } from "../../../../src/settings/products/resources/schema";
import { withProviders } from "../../../offline/with-providers";
import { stateFile } from "../../../terraform-json/state-file";
import type { SynthesisedStack } from "../../../terraform-json/stack";
import type { JsonMap } from "../../../terraform-json/json-map";
import { withLocalState } from "../../../terraform-json/with-local-state";
import { keyOf, requirementsOf } from "../../../terraform-json/requirements";
import type { Provider } from "../../../toolbox/providers";
import { emulatedStack } from "../emulated-stack";
import { overrideModules } from "../override-modules";
import { changesIn, createdBy } from "../planned-changes";
import { secretsOf } from "./canary";
import type { Emulated } from "./emulated";
import { changesOf, NAME } from "./fields";
import { MOTO_FOR_TENANTS } from "./gaps";
import { TRIED } from "./kinds";
import { clusterStandIn } from "./place";
import { stackOf } from "./product";
import { apply, init, plan, type Planned, type Run, traces, write } from "./terraform-run";
import { type FieldVerdict, verdictOf } from "./verdicts";

/** Row of the table: a field of a kind, and what a change of it does. */
export interface Measured {
  readonly field: string;
  readonly verdict: FieldVerdict;
}

/** Outcome for one kind. */
export interface KindMeasured {
  readonly kind: ResourceKind;
  readonly created: number;
  readonly fields: readonly Measured[];

  /** Errors, changes in plans that should be empty, and secrets where none should be. */
  readonly findings: readonly string[];
}

/** Applies a kind twice, and then a change of each field, each from the same beginning. */
export async function measureKind(
  kind: ResourceKind,
  emulated: Emulated,
  folder: string,
): Promise<KindMeasured> {
  const states = join(folder, "states");
  mkdirSync(states, { recursive: true });
  const place = join(folder, "stack");
  mkdirSync(place);
  const synthesised = (name: string, settings: JsonMap) =>
    stackOf({ kind, name, settings, live: true }, place);
  const first = synthesised(NAME, TRIED[kind].base);
  const run: Run = { ...emulated, plugins: emulated.aws.plugins, folder: place, said: [] };
  const adapted = (stack: SynthesisedStack): JsonMap =>
    withLocalState(stack.id, emulatedStack(awsOf(stack, emulated.aws), MOTO_FOR_TENANTS), states);

  const failed = await prepare(run, { first: adapted(first), states, folder });
  if (failed.length > 0) {
    return { kind, created: 0, fields: [], findings: failed.map((error) => `${kind}: ${error}`) };
  }
  const start = await brought(run, adapted(first));
  const fields: Measured[] = [];
  const findings = [...start.findings];
  for (const change of findings.length > 0 ? [] : changesOf(kind)) {
    const stack = synthesised(change.name, change.settings);
    const made = await brought(run, adapted(stack));
    fields.push(
      ...made.plans.map((shown) => ({ field: change.field, verdict: verdictOf(shown, stack.json) })),
    );
    findings.push(...made.findings.map((each) => `${change.field}: ${each}`));
    const back = await brought(run, adapted(first));
    findings.push(...back.findings.map((each) => `back from ${change.field}: ${each}`));
  }
  const text = traces(run, stateFile(states, first.id));
  const seen = (await secretsOf(emulated)).filter((secret) => text.includes(secret));
  return {
    kind,
    created: start.plans[0] ? createdBy(start.plans[0]) : 0,
    fields,
    findings: [
      ...findings.map((each) => `${kind}: ${each}`),
      ...seen.map(() => `${kind}: a secret's value is in the state, the plan or the log`),
    ],
  };
}

/** Stack with what AWS makes of it alone. */
function awsOf(stack: SynthesisedStack, aws: Provider): JsonMap {
  const providers = new Map(
    requirementsOf(stack.json).map((requirement) => [
      keyOf(requirement),
      requirement.name === "aws" ? aws : { ...requirement, missing: "not part of this" },
    ]),
  );
  return withProviders(stack, providers, () => "null");
}

interface Beginning {
  readonly first: JsonMap;
  readonly states: string;
  readonly folder: string;
}

/** Makes the network, and prepares the stack's folder. */
async function prepare(run: Run, { first, states, folder }: Beginning): Promise<readonly string[]> {
  const cluster: Run = { ...run, folder: join(folder, "cluster"), said: [] };
  mkdirSync(cluster.folder, { recursive: true });
  write(cluster, clusterStandIn(first, states));
  const around = await init(cluster);
  const made = around.length > 0 ? around : (await brought(cluster)).findings;
  if (made.length > 0) {
    return made;
  }
  write(run, first);
  overrideModules(first, MOTO_FOR_TENANTS, run.folder);
  return init(run);
}

interface Brought {
  readonly plans: readonly Extract<Planned, { plan: unknown }>["plan"][];
  readonly findings: readonly string[];
}

/** Plans what is in the folder, applies it, and plans it again, which must change nothing. */
async function brought(run: Run, json?: JsonMap): Promise<Brought> {
  if (json !== undefined) {
    write(run, json);
    overrideModules(json, MOTO_FOR_TENANTS, run.folder);
  }
  const planned = await plan(run);
  if ("errors" in planned) {
    return { plans: [], findings: planned.errors };
  }
  // A field that changes nothing leaves nothing to apply.
  if (changesIn(planned.plan).length === 0) {
    return { plans: [planned.plan], findings: [] };
  }
  const errors = await apply(run);
  if (errors.length > 0) {
    return { plans: [planned.plan], findings: errors };
  }
  const again = await plan(run);
  return {
    plans: [planned.plan],
    findings:
      "errors" in again
        ? again.errors
        : changesIn(again.plan).map((change) => `is not applied with one apply: ${change}`),
  };
}
