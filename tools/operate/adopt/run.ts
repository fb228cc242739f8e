import { readFileSync } from "node:fs";
import type { AdoptedAddress } from "../../../src/settings/state/adopted-address";
import type { StackName } from "../../../src/settings/state/stack-names";
import { CommandError } from "../../kit/command-error";
import { adopt, type Adoption, type OldState } from "./adoption";
import type { StateFile } from "./arguments";
import { checkThatStatesFit } from "./fits";
import { replacedIn } from "./losses";
import { readState } from "./read-state";
import type { TargetStack } from "./target-stack";
import { lossesOf, reportOf, type StackReport } from "./wording";

/** Platform that takes another over. */
export interface Successor {
  readonly environment: string;

  /** Stacks of each environment, by their names. */
  readonly environments: ReadonlyMap<string, ReadonlyMap<StackName, TargetStack>>;
  readonly table: readonly AdoptedAddress[];
}

/** Plan of a takeover. */
export interface Takeover {
  readonly adoptions: readonly Adoption[];
  readonly text: string;

  /** Number of long-lived things that it would lose. */
  readonly losses: number;
}

/**
 * Plans how the stacks of an environment take over states that exist.
 *
 * @throws CommandError if a state is not of this environment
 */
export function takeOver(
  states: readonly OldState[],
  { environment, environments, table }: Successor,
): Takeover {
  checkThatStatesFit(states, environment, environments);
  const stacks = environments.get(environment)!;
  const adoptions = adopt(states, stacks, table);
  const imported = adoptions.flatMap(({ handed, again }) => [...handed, ...again]);
  const reports = adoptions.map((adoption): StackReport => {
    const target = stacks.get(adoption.stack)!;
    const kept = [...adoption.kept, ...imported.filter(({ stack }) => stack === adoption.stack)];
    const there = new Set(kept.map(({ to }) => baseOf(to)));
    return {
      adoption,
      replaced: replacedIn(target, kept),
      made: [...target.targets.keys()].filter((address) => !there.has(address)),
    };
  });
  return { adoptions, text: reportOf(reports, environment), losses: lossesOf(reports) };
}

/** Address of a resource or module, without keys and what is inside. */
const baseOf = (address: string): string => /^[^.]+\.[^.[]+/.exec(address)![0];

/** @throws CommandError with all that is wrong with the files */
export function readStates(files: readonly StateFile[]): readonly OldState[] {
  const problems: string[] = [];
  const states = files.map(({ stack, path }) => {
    try {
      return { stack, entries: readState(textOf(path), path) };
    } catch (error) {
      problems.push(messageOf(error));
      return { stack, entries: [] };
    }
  });
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return states;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR") {
      throw new CommandError(`${path}: expected a file, got a folder; name the file in it`);
    }
    throw new CommandError(
      `${path}: expected a file, got none that can be read; terraform show -json > ${path}`,
    );
  }
}

function messageOf(error: unknown): string {
  if (error instanceof CommandError) {
    return error.message;
  }
  throw error;
}
