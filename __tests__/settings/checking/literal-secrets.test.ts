import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { platform } from "../../../src/platform";
import { definePlatform, type PlatformSettings } from "../../../src/settings/define-platform";
import {
  masked,
  problemsOfSecrets,
  secretsIn,
  secretsOfFile,
} from "../../../src/settings/checking/literal-secrets";
import { problem, show } from "../../../src/settings/checking/problem";

/** Made for this test. In pieces, so that no scanner takes this file for one that leaks. */
const SECRETS = {
  awsKey: ["AKIA", "Q3EGTIFYSB", "DD7K2M"].join(""),
  gitHubToken: ["ghp_", "wWPw5k4aXcaT4fNP0U", "cnZwJUVFk6LO0pINUx"].join(""),
  slackHook: ["https://hooks.slack", ".com/services/T00000000/B00000000/", "abcdefghijklmnopqrstuvwx"].join(
    "",
  ),
  privateKey: ["-----BEGIN RSA PRIVATE", " KEY-----\nMIIEowIBAAKCAQEA0\n-----END"].join(""),
  database: ["postgres://grafana:", "c0rrecthorse", "@db.example/grafana"].join(""),
};

describe("secrets by their shape", () => {
  it.each(Object.entries(SECRETS))("finds one in any text: %s", (_, secret) => {
    expect(problemsOfSecrets({ note: `see ${secret}` })).toEqual([
      expect.stringMatching(
        /^note: expected the place of a secret, got a secret \(by its shape\); keep it in/,
      ),
    ]);
  });

  it("finds one that is a key, and masks it in the path", () => {
    expect(problemsOfSecrets({ [SECRETS.awsKey]: 1 })).toEqual([
      expect.stringMatching(/^\(masked\): expected/),
    ]);
  });

  it("leaves the number of an account alone, which is no secret", () => {
    expect(secretsIn('place: { account: "111100001111" }')).toEqual([]);
  });

  it("goes by no comment that would switch rules off", () => {
    expect(secretsIn(`# secretlint-disable\n${SECRETS.gitHubToken}`)).toHaveLength(1);
  });
});

describe("secrets by their key", () => {
  it.each<[string, object]>([
    [
      "externalDns.values.env[0].value",
      { externalDns: { values: { env: [{ name: "AWS_SECRET_ACCESS_KEY", value: "x" }] } } },
    ],
    ["grafana.values.adminPassword", { grafana: { values: { adminPassword: "hunter2" } } }],
    ["dex.connectors[0].config.clientSecret", { dex: { connectors: [{ config: { clientSecret: "x" } }] } }],
    ["dex.staticClients[0].secret", { dex: { staticClients: [{ id: "a", secret: "x" }] } }],
    ["a.api_key", { a: { api_key: "x" } }],
    ["bearerToken", { bearerToken: "x" }],
    ["config", { config: "[smtp]\nuser = a\npassword = hunter2\n" }],
    ["config", { config: '{"client_secret": "hunter2"}' }],
  ])("refuses %s", (path, settings) => {
    expect(problemsOfSecrets(settings)).toEqual([
      `${path}: expected the place of a secret, got a secret (by its key); keep it in AWS Secrets Manager, ` +
        "let an ExternalSecret bring it, and name that here; replace the secret, since the file has shown it",
    ]);
  });

  it.each<[string, object]>([
    ["the name of a Secret", { admin: { existingSecret: "grafana", passwordKey: "password" } }],
    ["an environment variable", { clientSecret: "$GITHUB_CLIENT_SECRET" }],
    ["a key of Argo CD's secrets", { token: "$slack-token", clientSecret: "$dex-client:clientSecret" }],
    ["a file that Grafana reads", { password: "$__file{/etc/secrets/password}" }],
    ["a reference of Terraform", { password: "${random_password.grafana.result}" }],
    ["a template", { password: "{{ .password }}" }],
    ["the secret of an add-on's destination", { destination: { secret: "example/logit" } }],
    ["the key of an ExternalSecret's data", { data: [{ secretKey: "password", remoteRef: { key: "a" } }] }],
    ["no password at all", { password: "" }],
    ["the length of a password", { passwordLength: "32" }],
  ])("accepts %s", (_, settings) => {
    expect(problemsOfSecrets(settings)).toEqual([]);
  });
});

describe("settings that go round in circles", () => {
  it("are looked through once, also where several ways lead round", () => {
    const circle: Record<string, unknown> = { adminPassword: "hunter2" };
    circle.one = circle;
    circle.other = [circle, circle];

    expect(problemsOfSecrets(circle)).toEqual([expect.stringMatching(/^adminPassword: expected/)]);
  });
});

describe("output", () => {
  it("masks secrets by key and by shape, and leaves the rest", () => {
    const { awsKey } = SECRETS;

    expect(
      masked({
        env: [{ name: "API_TOKEN", value: "hunter2" }],
        text: `key ${awsKey}, level info`,
        config: "password = hunter2\nlevel = info",
        password: "$PASSWORD",
        replicas: 2,
      }),
    ).toEqual({
      env: [{ name: "API_TOKEN", value: "(masked)" }],
      text: "key (masked), level info",
      config: "password = (masked)\nlevel = info",
      password: "$PASSWORD",
      replicas: 2,
    });
  });

  it("masks secrets in what was got and where", () => {
    const text = problem(
      ["a", SECRETS.awsKey],
      "a number",
      show(`x${" "}${SECRETS.gitHubToken}`),
      "write one",
    );

    expect(text).toBe('a.(masked): expected a number, got "x (masked)"; write one');
  });
});

type Path = readonly (string | number)[];

/** Places of all strings of the platform's settings, without files of products: these are checked as they are read. */
const STRINGS = [...stringsOf({ ...platform, products: { ...platform.products, files: [] } })];

function* stringsOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") {
    yield path;
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* stringsOf(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

const withText = (value: unknown, [step, ...rest]: Path, text: string): unknown => {
  if (step === undefined) {
    return text;
  }
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[step] = withText(copy[step], rest, text);
  return copy;
};

const message = (settings: PlatformSettings): string => {
  try {
    definePlatform(settings);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("a secret in any string of the settings", () => {
  it("is refused before anything is made of it, and no message repeats it", () => {
    const secrets = fc.constantFrom(...Object.values(SECRETS));

    fc.assert(
      fc.property(fc.constantFrom(...STRINGS), secrets, fc.boolean(), (path, secret, within) => {
        const text = message(withText(platform, path, within ? `a ${secret} b` : secret) as PlatformSettings);

        expect(text).toContain("got a secret (by its shape)");
        expect(text).not.toContain(secret);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe("secrets of a file", () => {
  it.each([
    ["by its shape", `note: see ${SECRETS.gitHubToken}\n`, { note: `see ${SECRETS.gitHubToken}` }],
    ["by its shape, behind an escape", `note: "see \\u0067hp_…"\n`, { note: `see ${SECRETS.gitHubToken}` }],
    ["by its key", "adminPassword: hunter2\n", { adminPassword: "hunter2" }],
    ["by a field in a text", 'note: "password = hunter2"\n', { note: "password = hunter2" }],
  ])("are found %s", (_, text, value) => {
    expect(secretsOfFile(text, value)).toEqual(secretsIn(value));
    expect(secretsIn(value)).toHaveLength(1);
  });

  it("are none where there is none", () => {
    expect(secretsOfFile("key: value\n", { key: "value" })).toEqual([]);
  });
});
