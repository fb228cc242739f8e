import type { AlertGroup, AlertRule } from "./alert-rule";

/** Problems of groups of rules, each with its path. */
export function problemsOfAlerts(groups: readonly AlertGroup[]): string[] {
  const rules = groups.flatMap(({ name, rules }) =>
    rules.map((rule, index) => ({ rule, path: `platform-alerts ${name}.rules[${index}]` })),
  );
  const names = groups.map(({ name }) => name);

  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map(
        (name) =>
          `platform-alerts ${name}: expected a unique group name, got a duplicate; merge the two groups`,
      ),
    ...rules.flatMap(({ rule, path }, index) => [
      ...problemsOfRule(rule, path),
      ...(rules.findIndex((other) => other.rule.name === rule.name) === index
        ? []
        : [
            `${path}.name: expected a unique name, got "${rule.name}"; rename one of the two rules, or make them two ` +
              "levels of one rule",
          ]),
    ]),
  ];
}

const problemsOfRule = ({ name, levels }: AlertRule, path: string): string[] => [
  ...(/^(?:[A-Z][a-z0-9]+)+$/.test(name)
    ? []
    : [
        `${path}.name: expected upper camel case such as NodeNotReady, got "${name}"; its runbook takes its name from it`,
      ]),
  ...(Object.keys(levels).length > 0
    ? []
    : [`${path}.levels: expected a page or a warning, got an empty object; add a level`]),
];
