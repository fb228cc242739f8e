import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AnnotationMetadataEntryType,
  Aspects,
  type IAspect,
  type Manifest,
  type StackAnnotation,
  type TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { assetsOf, writeFolder } from "./assets";
import { isKept } from "./kept-stack";
import type { Json } from "./leaves";
import { LOCK_FILE, lockFileOf } from "./lock-file";
import { compactJson, stableJson } from "./stable-json";
import { stackJson } from "./stack-json";

/** Stack as synth wrote it. */
interface WrittenStack {
  readonly json: Json;

  /** True if the output has all of it already, so that nothing was written. */
  readonly kept: boolean;

  /** The stack and everything in it. */
  readonly constructs: readonly IConstruct[];
}

/** Stack whose JSON has no indentation, since an organisation has thousands of its kind. */
export interface OneOfMany {
  readonly isOneOfMany: true;
}

/** Folders of a synth. */
export interface SynthFolders {
  readonly staging: string;

  /** Folder of the previous output. */
  readonly outdir: string;
}

/**
 * Writes a stack, its lock file and its assets into a folder, as CDKTF's own synthesiser does, which walks through the
 * stack seven times. Leaves a stack alone that the output has already.
 */
export function writeStack(
  stack: TerraformStack,
  { staging, outdir }: SynthFolders,
  manifest: Manifest,
): WrittenStack {
  const entry = manifest.forStack(stack);
  invokeAspects(stack, []);
  const constructs = stack.node.findAll();
  const json = stackJson(stack, constructs);
  const text = (stack as Partial<OneOfMany>).isOneOfMany ? compactJson(json) : stableJson(json);
  const lock = lockFileOf(json);

  const kept = isKept(join(outdir, entry.synthesizedStackPath), { json: text, lock }, constructs);
  if (!kept) {
    const folder = join(staging, entry.workingDirectory);
    mkdirSync(folder, { recursive: true });
    const written = new Set<IConstruct>(assetsOf(constructs).filter((asset) => writeFolder(asset, folder)));
    constructs
      .filter((construct) => !written.has(construct))
      .forEach((construct) => synthesisOf(construct)?.onSynthesize({ outdir: staging, manifest }));
    writeFileSync(join(staging, entry.synthesizedStackPath), text);
    if (lock !== undefined) {
      writeFileSync(join(folder, LOCK_FILE), lock);
    }
  }
  entry.annotations.push(...constructs.flatMap(annotationsOf));
  return { json, kept, constructs };
}

/** Has aspects visit their construct and all below it, outermost aspects first. */
export function invokeAspects(construct: IConstruct, inherited: readonly IAspect[]): void {
  const aspects = [...inherited, ...Aspects.of(construct).all];
  aspects.forEach((aspect) => aspect.visit(construct));
  construct.node.children.forEach((child) => invokeAspects(child, aspects));
}

/** Mark by which CDKTF finds constructs that write files of their own. */
const CUSTOM_SYNTHESIS = Symbol.for("cdktf/customSynthesis");

interface CustomSynthesis {
  onSynthesize(session: { readonly outdir: string; readonly manifest: Manifest }): void;
}

const synthesisOf = (construct: IConstruct): CustomSynthesis | undefined =>
  (construct as { readonly [CUSTOM_SYNTHESIS]?: CustomSynthesis })[CUSTOM_SYNTHESIS];

const LEVELS: ReadonlySet<string> = new Set(Object.values(AnnotationMetadataEntryType));

const annotationsOf = ({ node }: IConstruct): StackAnnotation[] =>
  node.metadata
    .filter(({ type }) => LEVELS.has(type))
    .map(({ type, data, trace }) => ({
      constructPath: node.path,
      level: type as AnnotationMetadataEntryType,
      message: String(data),
      stacktrace: trace,
    }));
