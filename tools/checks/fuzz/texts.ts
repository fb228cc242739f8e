import fc from "fast-check";

/** Long texts on which an expression that backtracks would never come to an end. */
const REPEATED = ["a", "a.", "a/", "a-", "1", "10.", " ", "/", "%", "(", '["', "aA1_", "é"].flatMap(
  (part) => [part.repeat(20_000), `${part.repeat(20_000)}!`],
);

/** With a bracket behind them, the beginnings of Terraform's templates. */
const [DOLLAR, PERCENT] = ["$", "%"];

/** Texts that mean something to JavaScript, to Terraform, to Helm, to YAML or to whoever prints them. */
const LOADED = [
  "",
  " ",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "a.b",
  "0",
  "-1",
  "NaN",
  "1e309",
  `${DOLLAR}{aws:username}`,
  `${DOLLAR}{`,
  `${DOLLAR}${DOLLAR}{`,
  `${PERCENT}{ if true }`,
  `${PERCENT}{`,
  "{{ .Values.x }}",
  "\u0000\ud800",
  "\u202eright to left",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "line\nbreak",
  '"quoted"',
  "back\\slash",
  "../../etc/passwd",
  "null",
  "x".repeat(100_000),
];

/** What the verification takes for a slip of the program that makes the Terraform, whoever wrote it. */
const SLIPS = ["undefined", "[object Object]", "1e+298", "TfToken", "unresolved-token"];

/** Any character there is. The one of fast-check's own `binary` first lists all of them, which takes a second. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

/** Text that nobody would write on purpose. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(...LOADED, ...SLIPS),
  fc.constantFrom(...REPEATED),
);

/** Words of configuration, of which some happen to stand where they belong. */
const WORDS = [
  "govuk",
  "monitoring",
  "cluster-services",
  "apps",
  "alphagov:gov-uk",
  "alphagov:gov-uk-production-deploy",
  "govuk/dex/github",
  "eks.production.govuk.digital",
  "https://example.org",
  "https://grafana.eks.production.govuk.digital",
  "quay.io",
  "ghcr.io",
  "registry.example.org/mirror",
  "10.0.0.0/16",
  "eu-west-1a",
  "1h",
  "30d",
  "50Gi",
  "resources",
  "replicaCount",
  "podAnnotations",
  "affinity",
  "server",
  "aws_vpc.main",
  "module.bucket",
  "severity",
  "critical",
];

/** Text as it stands in configuration: mostly words, with some of it hostile. */
export const someText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...LOADED) },
);

/** Numbers of every kind, most of them small. */
export const someNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 30 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(-0, -1, 0.5, 1e21, 2 ** 53, Number.NaN, Infinity) },
);
