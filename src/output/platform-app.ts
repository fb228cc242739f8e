import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AnnotationMetadataEntryType, App, Manifest, type StackAnnotation, TerraformStack } from "cdktf";
import type { Json } from "./leaves";
import { LOCK_FILE, lockFileOf } from "./lock-file";
import { openStaging, publish } from "./publish";
import "./quick-resolve";
import { VerificationError } from "./verification-error";
import { mistakesIn } from "./verify";
import { writeStack } from "./write-stack";

/**
 * A CDKTF app that publishes all of its stacks or none: it synthesises beside the output folder, verifies the
 * result and only then moves it into place.
 */
export class PlatformApp extends App {
  /** @throws VerificationError where the Terraform is wrong; the previous output stays as it was */
  override synth(): void {
    const staging = openStaging(this.outdir);
    try {
      this.synthesizeInto(staging);
      publish(staging, this.outdir);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }

  /**
   * Does what `App.synth` does, into a folder of our choice, but without its search for references between
   * stacks. There are none, which a test checks, and the search takes as long as writing the stacks.
   */
  private synthesizeInto(outdir: string): void {
    const manifest = new Manifest(this.manifest.version, outdir, false);
    const stacks = this.node.children.filter((construct) => TerraformStack.isStack(construct));
    const mistakes = stacks.flatMap((stack) => writeAndVerify(stack, outdir, manifest));

    // CDKTF's own validation stops at the first stack that has a problem.
    const problems = [
      ...this.node.findAll().flatMap(({ node }) => node.validate()),
      ...Object.values(manifest.stacks).flatMap(({ annotations }) => annotations.filter(isError).map(textOf)),
      ...mistakes,
    ];
    if (problems.length > 0) {
      throw new VerificationError(problems);
    }
    manifest.writeToFile();
  }
}

/** Writes a stack and its lock file, and finds its mistakes. No more than one stack's JSON is in memory at a time. */
function writeAndVerify(stack: TerraformStack, outdir: string, manifest: Manifest): string[] {
  const json = JSON.parse(writeStack(stack, outdir, manifest)) as Json;
  writeLockFile(join(outdir, manifest.forStack(stack).synthesizedStackPath), json);
  return mistakesIn(stack.node.id, json);
}

const isError = ({ level }: StackAnnotation): boolean => level === AnnotationMetadataEntryType.ERROR;

const textOf = ({ constructPath, message }: StackAnnotation): string => `${constructPath}: ${message}`;

/** Writes the lock file beside a stack's JSON. Without hashes on record, Terraform makes one of its own. */
function writeLockFile(path: string, stack: Json): void {
  const text = lockFileOf(stack);
  if (text !== undefined) {
    writeFileSync(join(dirname(path), LOCK_FILE), text);
  }
}
