import { describe, expect, it } from "vitest";
import { masked, secretsIn } from "../../../src/settings/checking/literal-secrets";
import { pathText } from "../../../src/settings/checking/problem";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Characters that look random, and are the same in every run. Written so, no scanner takes this file for one that leaks. */
const some = (length: number, letters = LETTERS): string =>
  Array.from({ length }, (_, index) => letters[(index * 7919 + 31 * length) % letters.length]).join("");
const hex = (length: number) => some(length, "0123456789abcdef");
const digits = (length: number) => some(length, "1234567890");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const uuid = () => [8, 4, 4, 4, 12].map(hex).join("-");

const key = (kind: string) => `-----BEGIN ${kind}-----\n${some(64)}\n-----END ${kind}-----\n`;
const jwt = [base64('{"alg":"HS256","typ":"JWT"}'), base64('{"sub":"1234567890"}'), some(43)]
  .map((part) => part.replace(/=/g, ""))
  .join(".");
const dockerConfig = JSON.stringify({ auths: { "ghcr.io": { auth: base64(`user:${some(20)}`) } } });

/** A secret in its place, and the path under which it is to be found. */
const KINDS: readonly (readonly [kind: string, path: string, settings: object])[] = [
  [
    "a fine-grained token of GitHub, in a tag",
    "tags.owner",
    { tags: { owner: `github_pat_${some(22)}_${some(59)}` } },
  ],
  ["a token of GitLab", "a", { a: `glpat-${some(20)}` }],
  ["a token of HCP Terraform", "a", { a: `${some(14)}.atlasv1.${some(67)}` }],
  ["a token of Sentry", "a", { a: `sntrys_${some(60)}` }],
  ["a DSN of Sentry", "dsn", { dsn: `https://${hex(32)}@o1.ingest.sentry.io/5` }],
  ["a token of Grafana", "a", { a: `glsa_${some(32)}_${hex(8)}` }],
  ["a token of Vault", "a", { a: `hvs.${some(90)}` }],
  ["a key of Stripe", "a", { a: `sk_live_${some(24)}` }],
  ["a key of Google", "a", { a: `AIza${some(35)}` }],
  ["a key of New Relic", "a", { a: `NRAK-${some(27, "ABCDEFGH01234567")}` }],
  ["a key of age", "a", { a: `AGE-SECRET-KEY-1${some(58, "QPZRY9X8GF2TVDW0")}` }],
  [
    "a webhook of Teams",
    "url",
    { url: `https://a.webhook.office.com/webhookb2/${uuid()}@${uuid()}/IncomingWebhook/${hex(32)}` },
  ],
  ["a webhook of Discord", "url", { url: `https://discord.com/api/webhooks/${digits(18)}/${some(68)}` }],
  ["a JSON Web Token in a sentence", "note", { note: `use ${jwt} here` }],
  ["a bearer's header", "headers.Authorization", { headers: { Authorization: `Bearer ${some(40)}` } }],
  [
    "a header in a list of arguments",
    "args[1]",
    { args: ["--header", `Authorization: Basic ${base64(`user:${some(12)}`)}`] },
  ],
  ["an option and its value", "args[1]", { args: ["--admin-password", some(12)] }],
  ["an option with its value", "args[0]", { args: [`--admin-password=${some(12)}`] }],
  ["an option behind a key", "text", { text: `cmd: --password=${some(12)}` }],
  ["a user of curl", "command[0]", { command: [`curl -u admin:${some(12)} https://a.example`] }],
  ["a password in an address", "dsn", { dsn: `amqp://guest:${some(8)}@mq.example:5671` }],
  ["a password alone in an address", "url", { url: `redis://:${some(14)}@cache.example:6379` }],
  [
    "a password of an HTTP address",
    "remoteWrite[0].url",
    { remoteWrite: [{ url: `https://user:${some(12)}@a.example/write` }] },
  ],
  ["a token in a query", "url", { url: `https://a.example/hook?token=${some(32)}` }],
  [
    "a signed address",
    "url",
    { url: `https://a.blob.core.windows.net/c?sv=2020&sig=${encodeURIComponent(base64(some(32)))}` },
  ],
  [
    "a private key in YAML in a string",
    "config",
    { config: `tls:\n  key: |\n    ${key("EC PRIVATE KEY").replaceAll("\n", "\n    ")}` },
  ],
  ["a private key of PGP", "a", { a: key("PGP PRIVATE KEY BLOCK") }],
  ["a private key in base64", "a", { a: base64(key("PRIVATE KEY")) }],
  ["a token in base64", "a", { a: base64(`export A=ghp_${some(36)}`) }],
  [
    "a password in a script in base64",
    "userData",
    { userData: base64(`#!/bin/sh\nexport DB_PASSWORD=${some(20)}\n`) },
  ],
  ["a registry's sign-in", "a", { a: dockerConfig }],
  ["a registry's sign-in in base64", "data", { data: base64(dockerConfig) }],
  ["a token of npm", "npmrc", { npmrc: `//registry.npmjs.org/:_authToken=${uuid()}` }],
  ["a hash of a password", "users", { users: `admin:$2y$05$${some(53)}` }],
  ["a variable named after a key", "env.FASTLY_KEY", { env: { FASTLY_KEY: some(32) } }],
  ["a variable named after a secret", "env[0].value", { env: [{ name: "SESSION_SECRET", value: some(32) }] }],
  ["a short word for a password", "smtp.pass", { smtp: { pass: "hunter2" } }],
  [
    "any field of a Kubernetes Secret",
    "o.stringData.anything",
    { o: { kind: "Secret", stringData: { anything: "hunter2" } } },
  ],
];

describe("a secret", () => {
  it.each(KINDS)("is found, and masked in output: %s", (_, path, settings) => {
    expect(secretsIn(settings).map((found) => pathText(found.path))).toEqual([path]);
    expect(secretsIn(masked(settings))).toEqual([]);
  });
});

describe("no secret", () => {
  it.each<[string, object]>([
    ["is an address with a variable for its password", { url: "https://user:$(PASSWORD)@a.example/write" }],
    ["is a variable that names a key", { env: { KMS_KEY: "alias/platform", SORT_KEY: "created_at" } }],
    ["is an option that names a file", { args: ["--token-file", "/var/run/token"] }],
    ["is an option behind another", { args: ["--print-token", "--verbose"] }],
    [
      "is text in base64 that says nothing of one",
      { a: base64("a sentence that is long enough to look at") },
    ],
    ["is a digest", { image: `a.example/b@sha256:${hex(64)}` }],
    [
      "is a sentence about authentication",
      { note: "Basic authentication is off; Bearer tokens are refused" },
    ],
    ["is a field of an ExternalSecret's template", { o: { kind: "Secret", stringData: { a: "{{ .a }}" } } }],
  ])("%s", (_, settings) => {
    expect(secretsIn(settings)).toEqual([]);
  });
});
