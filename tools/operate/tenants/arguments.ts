import { platformFolder } from "../../toolbox/platform-command";
import { commandLine } from "../../kit/command";

/** Folder of the files of products, unless a command says otherwise. */
export const TENANTS_FOLDER = `${platformFolder()}/tenants`;

export const TENANT = commandLine({
  name: "tenant",
  summary: "Writes, lists and removes namespaces and applications of products.",
  args: [
    {
      name: "action",
      help: "step to take",
      oneOf: ["new", "list", "show", "remove", "import", "owners", "scope", "moves", "live"],
      count: "one",
    },
    {
      name: "tenant",
      help: "new: <team>/<product>; show: <product>; remove: <product>/<environment> or <product>/<application>; import: <folder>",
      count: "optional",
    },
  ],
  options: {
    folder: { value: "folder", help: `folder of the files (${TENANTS_FOLDER})` },
    email: { value: "address", help: "new, import: address at which the team reads mail" },
    channel: {
      value: "channel",
      help: "new, import: Slack channel of the team, such as #search; left out, the team reads mail",
    },
    source: { value: "repository", help: "new, import: repository of the source, such as example/website" },
    cluster: { value: "cluster", help: "new, import: cluster of the first namespace" },
    namespace: {
      value: "namespace",
      help: "new: namespace of the platform that the first application runs in, in place of --cluster",
    },
    team: { value: "team", help: "import: team that owns the product" },
    base: { value: "ref", help: "scope, moves: what the changes are since (origin/main or main)" },
    live: {
      value: "clusters",
      help: "moves: clusters that the public depends on, such as live,live-blue (all that the files name)",
    },
    organisation: { value: "name", help: "owners: organisation on GitHub that has the teams" },
    reason: { value: "sentence", help: "remove: reason for which the namespace and its data may go" },
  },
  notes:
    "import reads a folder of the Ministry of Justice's Cloud Platform, writes or extends the product's file, and names what it did not take. owners prints a CODEOWNERS file. scope fails if the changes are to several products. moves fails if they move a namespace, or take one away that was not leaving, or a protected resource. live prints the clusters that the public depends on, as the platform has them. remove changes the file alone, in two steps: the first marks the namespace as leaving, after which terraform apply and then terraform destroy remove it; the second takes it out of its file. An application goes in one step.",
});
