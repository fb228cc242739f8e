import {
  AnnotationMetadataEntryType,
  type App,
  Manifest,
  type StackAnnotation,
  type TerraformStack,
} from "cdktf";
import { forgetTokensLater } from "./tokens";
import { mistakesIn } from "./verify";
import { type SynthFolders, writeStack } from "./write-stack";

/** Makes one stack of an app. */
export type StackMaker = (app: App) => TerraformStack;

/** Stack that a synth wrote. Plain data, which another thread can hand over. */
export interface StackInTurn {
  /** Number of its maker. */
  readonly index: number;
  readonly entry: Manifest["stacks"][string];

  /** True if the output has all of it already. */
  readonly kept: boolean;
  readonly problems: readonly string[];
}

/** Returns the number of the next maker whose stack no thread has begun, or a number beyond the last. */
export type Claim = () => number;

/** Claims of threads that share a counter. */
export const claimsOf =
  (counter: Int32Array): Claim =>
  () =>
    Atomics.add(counter, 0, 1);

/**
 * Makes, writes and forgets one stack after another, so that the memory of a synth of thousands is that of one. Nothing that
 * stays may hold a token of a stack.
 */
export function writeInTurn(
  app: App,
  makers: readonly StackMaker[],
  claim: Claim,
  folders: SynthFolders,
): StackInTurn[] {
  const stacks: StackInTurn[] = [];
  const manifest = new Manifest(app.manifest.version, folders.staging, false);
  const forgetTokens = forgetTokensLater();
  for (let index = claim(); index < makers.length; index = claim()) {
    const stack = makers[index]!(app);
    stacks.push({ index, ...written(stack, folders, manifest) });
    app.node.tryRemoveChild(stack.node.id);
    forgetTokens();
  }
  return stacks;
}

/** Writes a stack, and looks for problems in it. */
export function written(
  stack: TerraformStack,
  folders: SynthFolders,
  manifest: Manifest,
): Omit<StackInTurn, "index"> {
  const { json, kept, constructs } = writeStack(stack, folders, manifest);
  const entry = manifest.forStack(stack);
  // CDKTF's own validation stops at the first stack that has a problem.
  const problems = [
    ...constructs.flatMap(({ node }) => node.validate()),
    ...entry.annotations.filter(isError).map(textOf),
    ...mistakesIn(stack.node.id, json),
  ];
  return { entry, kept, problems };
}

const isError = ({ level }: StackAnnotation): boolean => level === AnnotationMetadataEntryType.ERROR;

const textOf = ({ constructPath, message }: StackAnnotation): string => `${constructPath}: ${message}`;
