import { describe, expect, it } from "vitest";
import { casesOf } from "../../../checks/alertmanager/check-configuration";
import { configurationsOf } from "../../../checks/alertmanager/configurations";
import { ROUTE_CASES } from "../../../checks/alertmanager/route-cases";
import { TEMPLATE_CASES } from "../../../checks/alertmanager/template-cases";
import { ALERTMANAGER_TEMPLATES } from "../../../../src/addons/kube-prometheus-stack/alertmanager-templates";
import { clusterLabel } from "../../../../src/settings/environment/stack-names";
import { environments, platform } from "../../../../__tests__/support/platform";

const configurations = configurationsOf(
  Object.entries(platform).map(([id, { json }]) => ({ id, folder: "", json })),
  environments,
);

describe("the cases of routes", () => {
  it("are about environments that exist, each of which has some", () => {
    const names = environments.flatMap(({ clusters }) => clusters.map(clusterLabel));

    expect(configurations.map(({ environment }) => environment).sort()).toEqual([...names].sort());
    expect(
      ROUTE_CASES.flatMap((routeCase) => routeCase.environments).filter((name) => !names.includes(name)),
    ).toEqual([]);
  });

  it.each(configurations.map((configuration) => [configuration.environment, configuration] as const))(
    "reach every kind of receiver that %s has but the channels of teams, of which they take some",
    (_, configuration) => {
      const reached = new Set(casesOf(configuration).flatMap(({ receivers }) => receivers));
      const others = configuration.config.receivers
        .map(({ name }) => name)
        .filter((name) => !name.startsWith("slack-"));

      expect(others.filter((name) => !reached.has(name))).toEqual([]);
      expect([...reached].some((name) => name.startsWith("slack-"))).toBe(true);
    },
  );
});

describe("the cases of templates", () => {
  it("render every template that is defined", () => {
    const defined = Object.values(ALERTMANAGER_TEMPLATES).flatMap((text) =>
      [...text.matchAll(/define "([^"]+)"/g)].map(([, name]) => name),
    );

    expect([...new Set(TEMPLATE_CASES.map(({ template }) => template))].sort()).toEqual(defined.sort());
  });
});
