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
import { stableJson } from "./stable-json";
import { stackJson } from "./stack-json";

/**
 * Writes a stack and its assets into a folder, as CDKTF's own synthesiser does, which walks through the stack seven
 * times. Returns the JSON.
 */
export function writeStack(stack: TerraformStack, outdir: string, manifest: Manifest): string {
  const entry = manifest.forStack(stack);
  mkdirSync(join(outdir, entry.workingDirectory), { recursive: true });

  invokeAspects(stack, []);
  const constructs = stack.node.findAll();
  constructs.forEach((construct) => assetsOf(construct)?.onSynthesize({ outdir, manifest }));
  entry.annotations.push(...constructs.flatMap(annotationsOf));

  const json = stableJson(stackJson(stack, constructs));
  writeFileSync(join(outdir, entry.synthesizedStackPath), json);
  return json;
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

const assetsOf = (construct: IConstruct): CustomSynthesis | undefined =>
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
