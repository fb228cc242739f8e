import { commandLine } from "../../kit/command";

/** Folder of the files of products, unless a command says otherwise. */
export const TENANTS_FOLDER = "src/platform/tenants";

export const TENANT = commandLine({
  name: "tenant",
  summary: "Writes, lists and removes namespaces of products.",
  args: [
    { name: "action", help: "step to take", oneOf: ["new", "list", "show", "remove"], count: "one" },
    {
      name: "tenant",
      help: "new: <team>/<product>; show: <product>; remove: <product>/<environment>",
      count: "optional",
    },
  ],
  options: {
    folder: { value: "folder", help: `folder of the files (${TENANTS_FOLDER})` },
    email: { value: "address", help: "new: address at which the team reads mail" },
    channel: { value: "channel", help: "new: Slack channel of the team, such as #search" },
    source: { value: "repository", help: "new: repository of the source, such as example/website" },
    cluster: { value: "cluster", help: "new: cluster of the first namespace" },
    reason: { value: "sentence", help: "remove: reason for which the namespace and its data may go" },
  },
  notes:
    "remove changes the file alone, in two steps: the first marks the namespace as leaving, after which terraform apply and then terraform destroy remove it; the second takes it out of its file.",
});
