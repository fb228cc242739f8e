import { describe, expect, it } from "vitest";
import { environmentSettings } from "../../../../src/platform/environments";
import { argumentsOf } from "../../../operate/verify-cluster/arguments";
import { checkContext, namesOf } from "../../../operate/verify-cluster/names";
import { defineEnvironments } from "../../../samples/platform";

const ENVIRONMENTS = defineEnvironments(environmentSettings);
const NAMES = ENVIRONMENTS.map(({ name }) => name).join(", ");
const NONE = { cluster: undefined, context: undefined, image: undefined, junit: undefined, yes: false };

const ask = (name: string, options: Partial<Record<keyof typeof NONE, string | boolean>> = {}) =>
  argumentsOf({ args: [name], options: { ...NONE, ...options } as typeof NONE }, ENVIRONMENTS);

describe("npm run verify-cluster", () => {
  it("tries the main cluster of an environment", () => {
    expect(ask("integration").environment.cluster).toMatchObject({ name: "govuk", main: true });
  });

  it("tries the environment that changes reach last only if that is confirmed", () => {
    expect(() => ask("production")).toThrow(
      "--yes: expected it, since changes reach production last and people rely on it, got none; add it to try production",
    );
    expect(ask("production", { yes: true }).environment.name).toBe("production");
  });

  it.each([
    ["integraton", {}, `<environment>: expected ${NAMES}, got "integraton"; did you mean integration?`],
    ["constructor", {}, `<environment>: expected ${NAMES}, got "constructor"; write one of them`],
    ["integration", { cluster: "govk" }, '--cluster: expected govuk, got "govk"; did you mean govuk?'],
  ])("refuses %s with %j", (name, options, message) => {
    expect(() => ask(name, options)).toThrow(message);
  });
});

describe("the context of kubectl", () => {
  const { environment } = ask("integration");
  const arn = "arn:aws:eks:eu-west-1:210287912431:cluster/govuk";

  it("is the cluster's, by its ARN, or one that was chosen", () => {
    expect(() => checkContext(environment, arn, false)).not.toThrow();
    expect(() => checkContext(environment, "minikube", true)).not.toThrow();
  });

  it.each([
    ["of another account", arn.replace("210287912431", "172025368201"), true],
    ["of another cluster", `${arn}-2`, true],
    ["that nobody chose", "minikube", false],
    ["that is none", "", false],
  ])("is refused if it is one %s", (_, named, isChosen) => {
    expect(() => checkContext(environment, named, isChosen)).toThrow(
      `--context: expected one of cluster ${arn}, got ${named || "none"}; aws eks update-kubeconfig --region eu-west-1 --name govuk, in account 210287912431`,
    );
  });

  it("comes with names that policies let in", () => {
    expect(namesOf(environment)).toMatchObject({
      namespace: "cluster-check",
      host: "cluster-check.eks.integration.govuk.digital",
      loadBalancer: "cluster-check-govuk",
    });
    expect(namesOf(environment, "registry.example/echo:1").image).toBe("registry.example/echo:1");
  });
});
