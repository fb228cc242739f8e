import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { platform as river } from "../../examples/river-authority";
import { riverPlatform } from "../support/river-authority";
import { problemsOfProducts } from "../support/products";
import { productFile, stacksOf } from "../support/tenant-stacks";
import type { Block } from "../support/terraform";

/** Value that looks like a token of GitHub's, another at each run. */
const CANARY = `ghp_${randomBytes(18).toString("hex")}`;

/** Places of a product's file that take texts of any kind, with the canary in each. */
const PLACES = [
  ["a reason", `protection: { enabled: false, reason: The token is ${CANARY} }`],
  [
    "a record of a zone",
    `resources: { zone: { own: { domain: a.example, records: [{ name: a, type: TXT, values: [${CANARY}] }] } } }`,
  ],
  [
    "a filter of a subscription",
    `serviceAccounts: [web], resources: { topic: { a: {} }, queue: { b: { subscriptions: [{ topic: a, filter: { token: [${CANARY}] } }] } } }`,
  ],
  ["a name", `serviceAccounts: [${CANARY}]`],
  ["a key", `resources: { queue: { ${CANARY}: {} } }`],
  ["a comment beside a mistake", `limits: { pods: 0 } # ${CANARY}\n`],
] as const;

/** Variables in which tools and workflows keep credentials. */
const VARIABLES = [
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "GITHUB_TOKEN",
  "TENANTS_APP_KEY",
  "TF_TOKEN_app_terraform_io",
];

const tenantStacks = Object.entries(riverPlatform).filter(([id]) => id.startsWith("tenant-"));

/** Texts of a block with the keys that lead to them. */
const textsIn = (
  value: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; text: string }[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
    : [{ path, text: String(value) }];

afterEach(() => vi.unstubAllEnvs());

describe("a secret value", () => {
  it.each(PLACES)("in %s is refused, and no message repeats it", (_, lines) => {
    const said = (["log", "warn", "error"] as const).map((name) => vi.spyOn(console, name).mockReturnValue());
    const problems = problemsOfProducts(river, {
      files: [productFile("tide", { dev: `cluster: dev, ${lines}` })],
    });

    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("\n")).not.toContain(CANARY);
    expect(said.flatMap(({ mock }) => mock.calls.flat()).join("\n")).not.toContain(CANARY);
    said.forEach((spy) => spy.mockRestore());
  });

  it("in the environment of synth is in no stack", () => {
    VARIABLES.forEach((name) => vi.stubEnv(name, CANARY));
    const stacks = stacksOf(
      productFile("tide", {
        live: "cluster: live, serviceAccounts: [web], resources: { secret: { token: { generate: {} } }, queue: { work: {} } }",
      }),
    );

    expect(
      Object.values(stacks)
        .map(({ json }) => JSON.stringify(json))
        .join(""),
    ).not.toContain(CANARY);
  });

  it("that AWS makes goes into arguments alone that Terraform writes to no state and no plan", () => {
    const uses = tenantStacks.flatMap(([, { json }]) =>
      textsIn(json.resource).filter(({ text }) => text.includes("ephemeral.")),
    );

    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter(({ path }) => !path.at(-1)!.endsWith("_wo"))).toEqual([]);
  });

  it("is in no output, and no stack reads another tenant's state", () => {
    for (const [id, { json }] of tenantStacks) {
      const read = Object.keys((json.data as Block | undefined)?.terraform_remote_state ?? {});

      expect({ id, output: json.output as unknown, read }).toEqual({
        id,
        output: undefined,
        read: ["cluster-infrastructure"],
      });
    }
  });
});

it("leaves the ConfigMap of a namespace without a value of any secret", () => {
  const texts = tenantStacks.flatMap(([, { json }]) => textsIn(json.resource?.helm_release));

  expect(texts.filter(({ text }) => /ephemeral\.|secret_string/.test(text))).toEqual([]);
});
