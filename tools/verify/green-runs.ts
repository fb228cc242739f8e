import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, type Inputs, inputsOf } from "./inputs";
import { gapsOf, type Verdict } from "./verdict";

/** Verdict of a green run on the same inputs, and its time. */
export interface GreenRun {
  /** Time as people read it: `2026-11-29 14:02`. */
  readonly since: string;
  readonly verdict: Verdict;
}

/** Trial of one verification, which knows an earlier green run on its inputs, or keeps its own. */
export interface Trial {
  /** Earlier green run on the same inputs. Omitted if there is none. */
  readonly green?: GreenRun;

  /** Keeps a verdict, if it is green and the inputs are as they were. */
  keep(verdict: Verdict): void;
}

/** Begins the trial of a verification. */
export type GreenRuns = (name: string, signal: AbortSignal) => Promise<Trial>;

export interface GreenRunsProps {
  /** Root of the checkout. */
  readonly project: string;

  /** Folder that keeps one file for each green run. */
  readonly folder: string;

  /** Lines that describe everything outside the checkout that decides the outcome. */
  readonly equipment: () => readonly string[];
  readonly now?: () => Date;
}

/** Days after which a verification runs again in any case. */
const DAYS_KEPT = 7;

const NOTHING_KNOWN: Trial = { keep: () => undefined };

/** Green runs on this machine, by a hash over all that decides their outcome. */
export const greenRuns =
  ({ project, folder, equipment, now = () => new Date() }: GreenRunsProps): GreenRuns =>
  async (name, signal) => {
    const inputs = await inputsOf(`tools/verify/${name}.ts`, project, signal);
    if (inputs === undefined) {
      return NOTHING_KNOWN;
    }
    removeOld(folder, now());
    const before = digestOf(inputs.files, project);
    // Tools that the run itself installs belong to what it was made with.
    const file = () => join(folder, `${name}-${keyOf(before, inputs, equipment(), now())}.json`);
    return {
      green: read(file()),
      keep: (verdict) => {
        if (isGreen(verdict) && digestOf(inputs.files, project) === before) {
          write(file(), { since: timeText(now()), verdict });
        }
      },
    };
  };

/** Verdict on everything, without a finding. */
const isGreen = (verdict: Verdict): boolean => verdict.findings.length === 0 && gapsOf(verdict).length === 0;

function keyOf(digest: string, { dependsOnDay }: Inputs, equipment: readonly string[], now: Date): string {
  const day = dependsOnDay ? dayText(now) : "any day";
  return createHash("sha256")
    .update([digest, day, ...equipment].join("\n"))
    .digest("hex")
    .slice(0, 32);
}

const dayText = (time: Date): string => time.toISOString().slice(0, 10);
const timeText = (time: Date): string => `${dayText(time)} ${time.toISOString().slice(11, 16)} UTC`;

/** Green run in a file; `undefined` if it is not there, or not whole. */
function read(file: string): GreenRun | undefined {
  try {
    const run = JSON.parse(readFileSync(file, "utf8")) as GreenRun;
    return typeof run.since === "string" && isGreen(run.verdict) ? run : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all. A folder that cannot be written only costs the next run its time. */
function write(file: string, run: GreenRun): void {
  try {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(run));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    return;
  }
}

function removeOld(folder: string, now: Date): void {
  const oldest = now.getTime() - DAYS_KEPT * 24 * 3_600_000;
  try {
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).mtimeMs < oldest)
      .forEach((file) => rmSync(file, { force: true }));
  } catch {
    return;
  }
}
