import { type Asked, commandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";
import { ENVIRONMENT_GUIDE } from "./environment";
import { CLUSTER_GUIDE } from "./cluster";

export const NEW = commandLine({
  name: "new",
  summary: "Writes the files of an environment, a cluster or a product that is new.",
  args: [
    { name: "what", help: "thing to make", oneOf: ["environment", "cluster", "tenant"], count: "one" },
    { name: "name", help: "<environment>, <environment>/<cluster> or <team>/<product>", count: "optional" },
  ],
  options: {
    account: { value: "number", help: "environment: AWS account, twelve digits" },
    cidr: { value: "range", help: "environment: range of its VPC, such as 10.14.0.0/16" },
    email: { value: "address", help: "tenant: address at which the team reads mail" },
    channel: {
      value: "channel",
      help: "tenant: Slack channel of the team, such as #search; none if the team has none",
    },
    source: { value: "repository", help: "tenant: repository of the source, such as example/website" },
    cluster: { value: "cluster", help: "tenant: cluster of the first namespace" },
    namespace: {
      value: "namespace",
      help: "tenant: namespace of the platform that the first application runs in, in place of --cluster",
    },
  },
  notes: `In a terminal it asks for what is missing. It writes no file that exists, and nothing at all where anything is wrong. environment and cluster do what ${ENVIRONMENT_GUIDE} and ${CLUSTER_GUIDE} say.`,
});

type Line = Asked<typeof NEW.options>;

/** Kind of thing to make. */
export type Kind = "environment" | "cluster" | "tenant";

/** Questions for each kind: its option, and `name` for the argument. */
const QUESTIONS: Readonly<Record<Kind, readonly string[]>> = {
  environment: ["name", "account", "cidr"],
  cluster: ["name"],
  tenant: ["name", "email", "channel", "source", "cluster"],
};

/** Questions of a line. A product with an application in a namespace of the platform needs neither an address nor a source. */
export const questionsOf = (line: Line): readonly string[] =>
  kindOf(line) === "tenant" && line.options.namespace !== undefined
    ? ["name", "channel", "namespace"]
    : QUESTIONS[kindOf(line)];

/** Kind that a line asks for. */
export const kindOf = ({ args: [what] }: Line): Kind =>
  what === "environment" || what === "cluster" ? what : "tenant";

/**
 * Answers of a line.
 *
 * @throws CommandError if it answers what the kind does not ask
 */
export function answersIn(line: Line): Readonly<Record<string, string | undefined>> {
  const foreign = Object.entries(line.options).filter(
    ([option, value]) => value !== undefined && !questionsOf(line).includes(option),
  );
  if (foreign.length > 0) {
    throw new CommandError(
      foreign
        .map(([option]) => `--${option}: expected nothing for ${thingOf(line)}, got it; leave it out`)
        .join("\n"),
    );
  }
  return { ...line.options, name: line.args[1] };
}

/** Thing to make, in words. */
function thingOf(line: Line): string {
  const kind = kindOf(line);
  const thing = kind === "environment" ? `an ${kind}` : `a ${kind}`;
  return line.options.namespace === undefined || kind !== "tenant" ? thing : `${thing} with --namespace`;
}
