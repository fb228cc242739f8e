import type { IamDocument, Statement } from "./documents";
import { overlap } from "./patterns";
import { type ActionFacts, carries, factsOf } from "./reference";
import { trustFindings } from "./trust";

/** Characters that AWS takes, without white space: of a policy, and of a role's trust. */
const LENGTH = { identity: 6144, boundary: 6144, resource: 6144, trust: 2048 };

/** Findings about a document, each with its place. */
export async function documentFindings(document: IamDocument): Promise<string[]> {
  const { place, kind, text, statements } = document;
  const findings = [
    ...(text.length > LENGTH[kind]
      ? [`expected at most ${LENGTH[kind]} characters, got ${text.length}; split it`]
      : []),
    ...[...text.matchAll(/<unknown ([^>]+)>/g)].map(
      ([, reference]) =>
        `expected a reference to something known, got ${reference}; add it to tools/checks/iam/values.ts`,
    ),
    ...(statements.length === 0 ? [`expected a document in JSON, got ${text.slice(0, 40)}`] : []),
    ...(kind === "trust" ? statements.flatMap(trustFindings) : []),
  ];
  for (const statement of statements) {
    findings.push(...statementFindings(statement));
    // A boundary names whole services; simulated roles say whether it holds enough and no more.
    if (kind !== "boundary") {
      findings.push(...(await factFindings(statement, kind)));
    }
  }
  return findings.map((finding) => `${place}: ${finding}`);
}

const statementFindings = (statement: Statement): string[] => [
  ...statement.negations.map((name) => `expected what is meant, got ${name}, which means all the rest`),
  ...(statement.resources.length > 1 && statement.resources.includes("*")
    ? [`expected either * or resources by name, got ${statement.resources.join(", ")}`]
    : []),
];

async function factFindings(statement: Statement, kind: IamDocument["kind"]): Promise<string[]> {
  const findings: string[] = [];
  const fitting = new Set<string>();
  for (const action of statement.actions.filter((name) => !isKeyAdministration(name, statement))) {
    const facts = await factsOf(action);
    if (facts === undefined) {
      findings.push(`expected an action that AWS has, got ${action}`);
    } else {
      const resources = onItself(statement, kind) ? [] : statement.resources;
      const fit = resources.filter((resource) => facts.kinds.some(({ arn }) => overlap(resource, arn)));
      fit.forEach((resource) => fitting.add(resource));
      if (resources.length > 0 && fit.length === 0) {
        findings.push(`${action}: expected ${wanted(facts)}, got ${resources.join(", ")}`);
      }
      findings.push(...unknownKeys(action, facts, statement, resources));
    }
  }
  const idle = onItself(statement, kind) ? [] : statement.resources.filter((one) => !fitting.has(one));
  return [...findings, ...idle.map((one) => `expected an action for ${one}, got none that takes it`)];
}

/**
 * True if a wildcard resource is the document's own: the policy of a key or a repository is about nothing
 * else.
 */
const onItself = ({ resources }: Statement, kind: IamDocument["kind"]): boolean =>
  resources.length === 0 || resources.includes("*") || kind === "trust";

/**
 * True for the one permitted wildcard: a key has to let its own account administer it, or it could never be
 * administered again.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const isKeyAdministration = (action: string, { principals }: Statement): boolean =>
  action === "kms:*" && principals.length === 1 && /^arn:aws:iam::\d{12}:root$/.test(principals[0]!.name);

const wanted = ({ kinds }: ActionFacts): string =>
  kinds.length === 0 ? "* alone" : kinds.map(({ arn }) => arn).join(" or ");

/** Condition keys that a request does not have. Such a condition is never true, and so allows nothing. */
const unknownKeys = (
  action: string,
  facts: ActionFacts,
  { conditions }: Statement,
  resources: readonly string[],
): string[] =>
  conditions
    .map(({ key }) => key)
    .filter(
      (key) =>
        !carries(
          facts,
          resources.map((resource) => (arn: string) => overlap(resource, arn)),
          key,
        ) && !isClaim(action, key),
    )
    .map((key) => `${action}: expected a condition key that it knows, got ${key}`);

/** True for a claim of a token, which the rules for trust check. */
const isClaim = (action: string, key: string): boolean =>
  action === "sts:AssumeRoleWithWebIdentity" && /:(aud|sub)$/.test(key);
