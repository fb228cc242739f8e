import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  AnnotationMetadataEntryType,
  App,
  type AppConfig,
  Manifest,
  type StackAnnotation,
  TerraformStack,
} from "cdktf";
import { openStaging, type Others, publish } from "./publish";
import "./quick-resolve";
import { VerificationError } from "./verification-error";
import { mistakesIn } from "./verify";
import { writeStack } from "./write-stack";

/**
 * A CDKTF app that publishes all of its stacks or none: it synthesises beside the output folder, verifies the
 * result and only then moves it into place.
 */
export class PlatformApp extends App {
  /** @param others - stacks of the output that this app does not have */
  constructor(
    config?: AppConfig,
    private readonly others: Others = "go",
  ) {
    super(config);
  }

  /** @throws VerificationError where the Terraform is wrong; the previous output stays as it was */
  override synth(): void {
    const staging = openStaging(this.outdir);
    try {
      const kept = this.synthesizeInto(staging);
      publish(staging, this.outdir, { kept, others: this.others });
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
    if (this.others === "stay") {
      addStacksOf(this.outdir, manifest);
    }
    manifest.writeToFile();
    return kept;
  }
}

/** Lists the stacks of the previous output besides those of this one. */
function addStacksOf(outdir: string, manifest: Manifest): void {
  const path = join(outdir, Manifest.fileName);
  if (existsSync(path)) {
    const previous = JSON.parse(readFileSync(path, "utf8")) as Pick<Manifest, "stacks">;
    Object.assign(manifest.stacks, { ...previous.stacks, ...manifest.stacks });
  }
}

const isError = ({ level }: StackAnnotation): boolean => level === AnnotationMetadataEntryType.ERROR;

const textOf = ({ constructPath, message }: StackAnnotation): string => `${constructPath}: ${message}`;
