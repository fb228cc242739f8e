import { commandLine } from "../../kit/command";

export const DIGESTS = commandLine({
  name: "digests",
  summary:
    "Writes the digest of upstream's index into every image of src/addons that no chart chooses and that goes by its tag alone.",
  args: [],
  options: {},
  notes:
    "Asks each image's registry without credentials. Renovate moves a digest with its tag (docs/supply-chain.md).",
});
