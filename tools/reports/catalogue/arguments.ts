import { commandLine } from "../../kit/command";

export const CATALOGUE = commandLine({
  name: "catalogue",
  summary: "Prints the catalogue of Backstage: teams, products, applications, clusters and AWS resources.",
  args: [],
  options: { out: { value: "file", help: "file to write to, in place of printing" } },
  notes:
    "The catalogue is one file of YAML, a location of which Backstage reads: docs/catalogue.md. It holds names and addresses, and no secret.",
});
