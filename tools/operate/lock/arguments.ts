import { commandLine } from "../../kit/command";

export const LOCK = commandLine({
  name: "lock",
  summary:
    "Writes the hashes of every provider's packages into src/output/provider-hashes.json. Needs Terraform.",
  args: [],
  options: {
    mirror: {
      value: "folder or address",
      help: "take packages from a mirror that has the registry's own, not from the registry",
    },
  },
  notes:
    "Synth writes a lock file beside each stack from them. Hashes of a package built elsewhere would keep Terraform from running.",
});
