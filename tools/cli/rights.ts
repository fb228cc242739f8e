import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "rights",
    summary:
      "Writes which group may do what in each cluster, by the answers of a real API server (docs/rights).",
    args: [],
    options: {},
  },
  async (_, signal) => {
    const { writeRights } = await import("../checks/api-server/write-rights");
    await writeRights((text) => console.error(text), signal);
    return 0;
  },
);
