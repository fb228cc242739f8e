import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "chart-values",
    summary: `Writes down which values a chart has, so that overrides are checked without fetching it:
helm show values <chart> --repo <repository> --version <version> | npm run chart-values <chart> <version>`,
    args: [
      { name: "chart", count: "one", help: "name of the chart" },
      { name: "version", count: "one", help: "version of the chart" },
    ],
    options: {},
  },
  async ({ args: [chart = "", version = ""] }) => {
    const { writeValueKeys } = await import("../toolbox/value-keys");
    await writeValueKeys(chart, version);
    return 0;
  },
);
