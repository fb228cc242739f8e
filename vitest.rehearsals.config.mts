import { defineConfig } from "vitest/config";
import { KEEP_MODULES, SHARED } from "./vitest.shared.mts";

/**
 * Tests that take too long for a suite: `npm run rehearse`. `--project programs` runs those with Terraform and other
 * real programs, `--project commands` those that start commands of the project, or look at whole platforms.
 */
export default defineConfig({
  test: {
    maxWorkers: "100%",
    experimental: KEEP_MODULES,
    projects: [
      {
        test: {
          name: "programs",
          include: ["tools/__tests__/rehearsals/*.rehearsal.ts"],
          setupFiles: SHARED.setupFiles,
          env: SHARED.env,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...SHARED,
          name: "commands",
          include: ["__tests__/**/*.rehearsal.ts", "tools/__tests__/**/*.rehearsal.ts"],
          exclude: ["tools/__tests__/rehearsals/**"],
        },
      },
    ],
  },
});
