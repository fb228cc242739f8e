import { rmSync } from "node:fs";
import { AnnotationMetadataEntryType, App, Manifest, type StackAnnotation, TerraformStack } from "cdktf";
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
      publish(staging, this.outdir, this.synthesizeInto(staging));
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }

  /**
   * Does what `App.synth` does, into a folder of our choice, but without its search for references between
   * stacks. There are none, which a test checks, and the search takes as long as writing the stacks. Returns the names
   * of stacks that the output has already.
   */
  private synthesizeInto(staging: string): ReadonlySet<string> {
    const manifest = new Manifest(this.manifest.version, staging, false);
    const stacks = this.node.children.filter((construct) => TerraformStack.isStack(construct));
    const kept = new Set<string>();
    const mistakes = stacks.flatMap((stack) => {
      const written = writeStack(stack, { staging, outdir: this.outdir }, manifest);
      if (written.kept) {
        kept.add(stack.node.id);
      }
      // No more than one stack's JSON is in memory at a time.
      return mistakesIn(stack.node.id, written.json);
    });

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
    return kept;
  }
}

const isError = ({ level }: StackAnnotation): boolean => level === AnnotationMetadataEntryType.ERROR;

const textOf = ({ constructPath, message }: StackAnnotation): string => `${constructPath}: ${message}`;
