import fc from "fast-check";

/** Long texts on which a backtracking expression would never end. */
const REPEATED = ["a", "a.", "a/", "a-", "1", "10.", " ", "/", "%", "(", '["', "aA1_", "é"].flatMap(
  (part) => [part.repeat(20_000), `${part.repeat(20_000)}!`],
);

/** Starts of Terraform's templates, once a bracket follows. */
const [DOLLAR, PERCENT] = ["$", "%"];

/** Texts with a meaning for JavaScript, Terraform, Helm, YAML or a terminal. */
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

/** Texts that the verification takes for a slip of the program, even if an author wrote them. */
const SLIPS = ["undefined", "[object Object]", "1e+298", "TfToken", "unresolved-token"];

/** Any character. fast-check's own `binary` first lists all of them, which takes a second. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

/** Text that no author would write on purpose. The long ones are rarer, since most of a case's time goes into them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  { weight: 4, arbitrary: fc.string({ unit: anyCharacter }) },
  { weight: 4, arbitrary: fc.constantFrom(...LOADED, ...SLIPS) },
  { weight: 1, arbitrary: fc.constantFrom(...REPEATED) },
);

/** Words of configuration, some of which fit their place by chance. */
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

/** Text as in configuration: mostly words, with some of it hostile. */
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
