import { defineConfig } from "vitest/config";
import { SHARED } from "./vitest.shared.mts";

/** Guides, followed in copies of the project whose tests are all run, a quarter of an hour each: `npm run follow-guides`. */
export default defineConfig({
  test: {
    include: ["tools/__tests__/guides/*.follow.ts"],
    setupFiles: ["__tests__/support/setup.ts"],
    testTimeout: 3_600_000,
    hookTimeout: SHARED.hookTimeout,
  },
});
