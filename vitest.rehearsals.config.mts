import { defineConfig } from "vitest/config";

/** What is tried out with real programs, Terraform first of all: `npm run rehearse`. */
export default defineConfig({
  test: {
    include: ["tools/__tests__/rehearsals/*.rehearsal.ts"],
    setupFiles: ["__tests__/support/setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
