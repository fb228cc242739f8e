import type { AlertGroup, AlertRule } from "./alert-rule";

/** What is wrong with groups of rules, each with where it is. */
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
          `platform-alerts ${name}: expected a group of its own name, got a second; put its rules into one`,
      ),
    ...rules.flatMap(({ rule, path }, index) => [
      ...problemsOfRule(rule, path),
      ...(rules.findIndex((other) => other.rule.name === rule.name) === index
        ? []
        : [
            `${path}.name: expected a name of its own, got "${rule.name}"; rename one of the two, or make one the ` +
              "other's second level",
          ]),
    ]),
  ];
}

const problemsOfRule = ({ name, levels, cases }: AlertRule, path: string): string[] => [
  ...(/^(?:[A-Z][a-z0-9]+)+$/.test(name)
    ? []
    : [
        `${path}.name: expected upper camel case such as NodeNotReady, got "${name}"; its runbook is called after it`,
      ]),
  ...(Object.keys(levels).length > 0
    ? []
    : [`${path}.levels: expected a page or a warning, got an empty object; say when it fires`]),
  ...(cases.some(({ alerts }) => alerts.length > 0)
    ? []
    : [`${path}.cases: expected one in which it fires, got none; add one`]),
  ...(cases.some(({ alerts }) => alerts.length === 0)
    ? []
    : [`${path}.cases: expected one in which it keeps quiet, got none; add one`]),
];
