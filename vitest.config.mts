import { defineConfig } from "vitest/config";
import { SHARED } from "./vitest.shared.mts";

/** `npm test` runs both suites, `npx vitest run --project platform` the platform's alone. */
export default defineConfig({
  test: {
    // Vitest would leave a core to the editor.
    maxWorkers: "100%",
    // Transformed files are kept between runs, by their content.
    experimental: { fsModuleCache: true },
    projects: [
      { test: { ...SHARED, name: "platform", include: ["__tests__/**/*.test.ts"] } },
      { test: { ...SHARED, name: "tools", include: ["tools/__tests__/**/*.test.ts"] } },
    ],
  },
});
