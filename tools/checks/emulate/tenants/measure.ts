import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stateFile } from "../../../terraform-json/state-file";
import type { JsonMap } from "../../../terraform-json/json-map";
import { withLocalState } from "../../../terraform-json/with-local-state";
import { overrideModules } from "../override-modules";
import { type Calls, callsOf } from "./calls";
import { canaries } from "./canary";
import { type Copies, copiesOf, lackedBy } from "./copies";
import type { Emulated } from "./emulated";
import { changesOf, type FieldChange, NAME } from "./fields";
import { MOTO_FOR_TENANTS } from "./gaps";
import { type Judge, judgeOf } from "./judge";
import type { Trial } from "./kinds";
import { leaks, tooFew } from "./leaks";
import { stackOf } from "./product";
import { brought, makeCluster, type Steps } from "./steps";
import { init, type Run, write } from "./terraform-run";
import { together } from "./together";
import type { FieldVerdict } from "./verdicts";

/** Row of the table: a field of a kind, and what a change of it does. */
export interface Measured {
  readonly field: string;
  readonly verdict: FieldVerdict;
}

/** Outcome of a trial. */
export interface TrialMeasured {
  readonly trial: Trial;
  readonly created: number;
  readonly fields: readonly Measured[];

  /** Number of applies after the first, and of the fields that they changed. */
  readonly applied: { readonly applies: number; readonly fields: number };

  /** Types that the emulator lacks, with reasons. */
  readonly lacking: ReadonlyMap<string, string>;

  /** Calls of AWS that Terraform made for it. */
  readonly calls: Calls;

  /** Number of secret values that were looked for everywhere. */
  readonly canaries: number;

  /** Errors, changes in plans that should be empty, and secrets where none should be. */
  readonly findings: readonly string[];
}

/** Terraform, and the stacks of a trial. */
interface Bench extends Steps {
  readonly trial: Trial;
  readonly copies: (name: string, settings: JsonMap) => Copies;
}

/** Applies a trial twice, judges a change of each field, and applies the changes that Terraform does not refuse. */
export async function measure(trial: Trial, emulated: Emulated, folder: string): Promise<TrialMeasured> {
  const states = join(folder, "states");
  const place = join(folder, "stack");
  mkdirSync(states, { recursive: true });
  mkdirSync(place);
  const stack = (name: string, settings: JsonMap) => stackOf({ ...trial, name, settings, live: true }, place);
  const first = stack(NAME, trial.base);
  const run: Run = {
    ...emulated,
    plugins: emulated.aws.plugins,
    folder: place,
    state: stateFile(states, first.id),
    traces: [JSON.stringify(first.json)],
    calls: [],
  };
  const put = (json: JsonMap): void => {
    const local = withLocalState(first.id, json, states);
    write(run, local);
    overrideModules(local, MOTO_FOR_TENANTS, place);
  };
  const copies = (name: string, settings: JsonMap) => copiesOf(stack(name, settings), emulated.aws);
  const begun = copies(NAME, trial.base);
  const outcome = {
    trial,
    created: 0,
    fields: [],
    applied: { applies: 0, fields: 0 },
    canaries: 0,
    calls: {},
    lacking: lackedBy(first, emulated.aws),
  };

  const failed = await makeCluster(run, begun.applied, states, folder);
  put(begun.applied);
  const findings = failed.length > 0 ? failed : await init(run);
  if (findings.length > 0) {
    return { ...outcome, findings };
  }
  const start = await brought({ run, put }, begun.applied);
  if (start.findings.length > 0) {
    return { ...outcome, ...start };
  }
  const before = await canaries(emulated);
  const changed = await changedFields({ run, put, trial, copies }, begun);
  const secrets = [...new Set([...before, ...(await canaries(emulated))])];
  return {
    ...outcome,
    ...changed,
    created: start.created,
    canaries: secrets.length,
    calls: callsOf(run.calls),
    findings: [...changed.findings, ...leaks(run, secrets), ...tooFew(trial, secrets)],
  };
}

/** Judges each field, and applies those that are not refused in as few applies as there can be. */
async function changedFields(
  bench: Bench,
  begun: Copies,
): Promise<Pick<TrialMeasured, "fields" | "applied" | "findings">> {
  const { run, trial, copies, put } = bench;
  const judging = await judgeOf(run, begun, put);
  if ("errors" in judging) {
    return { fields: [], applied: { applies: 0, fields: 0 }, findings: judging.errors };
  }
  const changes = changesOf(trial);
  const { fields, findings } = await judged(bench, judging.judge, changes);
  const applied = changes.filter(({ field }) =>
    fields.some((each) => each.field === field && !each.verdict.isRefused),
  );
  const groups = together(applied, trial.base, (name, settings) => isRefused(copies, name, settings));
  for (const { fields: names, name, settings } of groups) {
    const made = await brought(bench, copies(name, settings).applied);
    findings.push(...made.findings.map((each) => `${names.join(", ")}: ${each}`));
  }
  return { fields, findings, applied: { applies: groups.length, fields: applied.length } };
}

/** Verdict on each change, and the errors of those that cannot be planned. */
async function judged({ copies }: Bench, judge: Judge, changes: readonly FieldChange[]) {
  const fields: Measured[] = [];
  const findings: string[] = [];
  for (const { field, name, settings } of changes) {
    const outcome = await judge(copies(name, settings));
    if ("errors" in outcome) {
      findings.push(...outcome.errors.map((error) => `${field}: ${error}`));
    } else {
      fields.push({ field, verdict: outcome.verdict });
    }
  }
  return { fields, findings };
}

function isRefused(copies: Bench["copies"], name: string, settings: JsonMap): boolean {
  try {
    copies(name, settings);
    return false;
  } catch {
    return true;
  }
}
