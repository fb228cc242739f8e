import { defineConfig } from "vitest/config";

/** What is tried out with a real Terraform: `npm run rehearse`. */
export default defineConfig({
  test: {
    include: ["__tests__/rehearsals/*.rehearsal.ts"],
    setupFiles: ["__tests__/support/setup.ts"],
    testTimeout: 60_000,
  },
});
