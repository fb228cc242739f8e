import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const STARTS_PROGRAMS = /"node:child_process"|support\/(?:checkout|fake-programs)"/;

const startsPrograms = ({ moduleId }: TestSpecification): boolean =>
  STARTS_PROGRAMS.test(readFileSync(moduleId, "utf8"));

/** Starting a program costs the more the larger this process is, so whoever does it comes before it grows. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(startsPrograms), ...sorted.filter((file) => !startsPrograms(file))];
  }
}

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    setupFiles: ["__tests__/support/setup.ts"],
    // One process for all files: loading cdktf again for each costs more than the tests themselves.
    pool: "threads",
    isolate: false,
    // Vitest would leave a core to the editor.
    maxWorkers: "100%",
    sequence: { sequencer: ProgramsFirst },
    // How long a test takes says how busy the machine is, not whether the platform is right.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
