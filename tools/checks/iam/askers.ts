import type { Statement } from "./documents";
import type { Asker } from "./simulation";

/** A caller that asks for a role, and whether it must get it. */
export interface AskerCase extends Asker {
  readonly who: string;
  readonly granted: boolean;
}

/** Callers that a statement of a trust names, and others that differ a little. */
export function askersOf(statement: Statement): AskerCase[] {
  const { principals, actions, conditions } = statement;
  const [principal = { kind: "", name: "" }] = principals;
  const claims = Object.fromEntries(conditions.map(({ key, values }) => [key, values[0] ?? ""]));
  // A statement that trusts an account names the role in a condition.
  const named = claims["aws:PrincipalArn"];
  const own = { principal: named ?? principal.name, claims, ...(named !== undefined && { mayAsk: true }) };

  return actions.flatMap((action) => [
    { ...own, action, who: "whom it names", granted: true },
    { ...own, action, principal: ANOTHER_SERVICE, who: "another service", granted: false },
    ...(principal.kind === "AWS"
      ? [
          {
            ...own,
            action,
            ...(named === undefined ? {} : { claims: { "aws:PrincipalArn": `${named}-another` } }),
            principal: `${own.principal}-another`,
            who: "another role",
            granted: false,
          },
        ]
      : []),
    ...conditions.flatMap(({ key, values }) =>
      imposters(key, values).map(({ who, value }) => ({
        ...own,
        action,
        claims: { ...claims, [key]: value },
        who,
        granted: false,
      })),
    ),
    ...(conditions.length === 0
      ? []
      : [{ ...own, action, claims: {}, who: "somebody without any claims", granted: false }]),
  ]);
}

const ANOTHER_SERVICE = "lambda.amazonaws.com";

/** Value that only begins like another. A pattern admits everything below a name, and nothing beside it. */
const almostLike = (value: string): string =>
  value.endsWith("/*") ? `${value.slice(0, -"/*".length)}-another/profile` : `${value}-another`;

/** Values of a claim other than the wanted ones. */
function imposters(
  key: string,
  [value = "", ...others]: readonly string[],
): { readonly who: string; readonly value: string }[] {
  const [, namespace, account] = /^system:serviceaccount:([^:]+):(.+)$/.exec(value) ?? [];
  if (namespace !== undefined) {
    return [
      { who: "another service account", value: `system:serviceaccount:${namespace}:another` },
      { who: "the same account in another namespace", value: `system:serviceaccount:another:${account}` },
    ];
  }
  const almost = { who: `another ${key}`, value: almostLike(value) };
  const plan = value.replace(/:run_phase:.*$/, ":run_phase:another");
  return plan === value || others.includes(plan)
    ? [almost]
    : [almost, { who: "another phase of the same workspace's runs", value: plan }];
}
