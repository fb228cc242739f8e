import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "chart-values",
    summary: `Writes down which values a chart reads, so that overrides are checked without fetching it:
helm pull <chart> --repo <repository> --version <version> --untar && npm run chart-values <chart>`,
    args: [{ name: "folder", count: "one", help: "folder of the unpacked chart" }],
    options: {},
  },
  async ({ args: [folder = ""] }) => {
    const { writeChart } = await import("../toolbox/read-chart");
    await writeChart(folder);
    return 0;
  },
);
