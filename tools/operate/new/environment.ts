import { parseCidr, overlap } from "../../../src/settings/checking/cidr-block";
import { DNS_LABEL } from "../../../src/settings/checking/dns-label";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";
import { afterAll } from "./after-all";
import { parseGuide, type Guide } from "./guide";
import { renamed } from "./renamed";

/** Page whose steps make an environment. */
export const ENVIRONMENT_GUIDE = "docs/adding-an-environment.md";

/** Answers that the page is written with. */
const EXAMPLE = { name: "preview", account: "210987654321", cidr: "10.14.0.0/16" };

/** Answers about an environment. */
type Answers = Readonly<Record<keyof typeof EXAMPLE, string>>;

/**
 * Steps that make an environment, from the page that has them. It comes before the last of the promotion, and after all others.
 *
 * @throws CommandError that names every answer which no environment could have
 */
export function environmentSteps(
  page: string,
  answers: Answers,
  existing: readonly EnvironmentSettings[],
  promotion: readonly string[],
): Guide {
  const problems = problemsOf(answers, existing);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  const guide = afterAll(promotion, renamed(parseGuide(page), EXAMPLE.name, answers.name));
  const text = (code: string): string =>
    code.replaceAll(EXAMPLE.account, answers.account).replaceAll(EXAMPLE.cidr, answers.cidr);
  return { ...guide, edits: guide.edits.map((edit) => ({ ...edit, after: text(edit.after) })) };
}

function problemsOf({ name, account, cidr }: Answers, existing: readonly EnvironmentSettings[]): string[] {
  return [
    ...(DNS_LABEL.test(name)
      ? []
      : [
          `<name>: expected a DNS label, got "${name}"; use small letters, digits and hyphens, a letter first`,
        ]),
    ...(existing.some((each) => each.name === name)
      ? [`<name>: expected a name that is free, got "${name}", which an environment has; choose another`]
      : []),
    ...(/^\d{12}$/.test(account)
      ? []
      : [`--account: expected twelve digits, got "${account}"; copy them from AWS`]),
    ...problemsOfRange(cidr, existing),
  ];
}

function problemsOfRange(cidr: string, existing: readonly EnvironmentSettings[]): string[] {
  const range = parseCidr(cidr);
  // Subnets that the page makes, and those of clusters by default, lie in the first two numbers of the range.
  if (range?.cidr !== cidr || range.prefix !== 16) {
    return [
      `--cidr: expected the range of a network with /16, such as ${EXAMPLE.cidr}, got "${cidr}"; write one`,
    ];
  }
  return existing.flatMap(({ name, network: { vpc } }) => {
    const other = "existing" in vpc ? undefined : parseCidr(vpc.cidr);
    return other && overlap(range, other)
      ? [`--cidr: expected a range of its own, got "${cidr}", which ${name} has; choose another`]
      : [];
  });
}
