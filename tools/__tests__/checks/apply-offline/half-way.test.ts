import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { ENDINGS, type TriedStack } from "../../../checks/apply-offline/half-way/endings";
import { impatient } from "../../../checks/apply-offline/half-way/impatient";
import { PAGE, recoveryTable, withTable } from "../../../checks/apply-offline/half-way/page";
import { importsOf, STEPS } from "../../../checks/apply-offline/half-way/steps";

const RECOVERY = {
  ...{ ending: "killed", stack: "cluster-access" as const, findings: [], seconds: 1 },
  steps: STEPS.slice(0, 1),
};

test("imports objects by their names, after the namespace of those that have one", () => {
  const resource = {
    kubernetes_namespace_v1: { apps: { metadata: { name: "apps" } } },
    kubernetes_role_v1: { read: { metadata: { name: "read", namespace: "apps" } } },
  };

  expect(importsOf({ resource }, ["kubernetes_namespace_v1.apps", "kubernetes_role_v1.read"])).toEqual([
    { to: "kubernetes_namespace_v1.apps", id: "apps" },
    { to: "kubernetes_role_v1.read", id: "apps/read" },
  ]);
});

test("lets releases give up soon, and changes nothing else", () => {
  const stack = (timeout: number) => ({
    id: "cluster-services",
    json: {
      resource: {
        helm_release: { a: { name: "a", timeout }, b: { name: "b" } },
        kubernetes_namespace_v1: { apps: {} },
      },
    },
  });

  const without = { id: "cluster-access", json: { resource: { kubernetes_namespace_v1: { apps: {} } } } };

  expect(impatient(stack(900))).toEqual(stack(90));
  expect(impatient(without)).toEqual(without);
});

test("writes a row for each run, with what the apply said and what helped", () => {
  expect(recoveryTable([RECOVERY]).split("\n").at(-1)).toBe(
    "| `cluster-access` | killed | `Error acquiring the state lock` | unlock the workspace, then apply |",
  );
});

test("replaces the table of the page alone, and refuses a page without its place", () => {
  const page = readFileSync(PAGE, "utf8");

  expect(withTable(withTable(page, "| one |"), "| two |")).toBe(withTable(page, "| two |"));
  expect(() => withTable("no place", "")).toThrow(`${PAGE}: expected <!-- measured`);
});

describe("docs/run-ended-half-way.md", () => {
  const page = readFileSync(PAGE, "utf8");

  it.each(STEPS.map(({ words }) => words))("explains the message %s", (words) => {
    expect(page).toContain(`| \`${words}\``);
  });

  const rows = page.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
  const measured = (stack: string) =>
    rows.flatMap(([, one, ending]) => (one === `\`${stack}\`` ? ending : []));
  const endingsOf = (stack: TriedStack) =>
    ENDINGS.filter(({ stacks }) => stacks.includes(stack)).map(({ name }) => name);

  it("says what was measured of cluster-access", () => {
    expect(measured("cluster-access")).toEqual(endingsOf("cluster-access"));
  });

  it("says what was measured of cluster-services, as soon as anything was", () => {
    const found = measured("cluster-services");

    expect(found).toEqual(found.length === 0 ? [] : endingsOf("cluster-services"));
  });
});
