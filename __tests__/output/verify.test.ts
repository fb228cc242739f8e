import { expect, test } from "vitest";
import type { Json } from "../../src/output/leaves";
import { VerificationError } from "../../src/output/verification-error";
import { mistakesIn } from "../../src/output/verify";

/** The findings in a stack whose VPC has these tags, and whatever else is given. */
const findingsIn = (tags: Json, rest: Record<string, Json> = {}): readonly string[] =>
  mistakesIn("vpc-test", { resource: { aws_vpc: { main: { tags } } }, ...rest });

test("passes what Terraform understands", () => {
  const tags = {
    Self: "${aws_vpc.main.arn}",
    Other: '${join("-", [data.aws_caller_identity.me.account_id, var.name, local.suffix, module.logs.id])}',
    Ephemeral: "${ephemeral.aws_eks_cluster_auth.cluster.token}",
    Text: "$${aws:username}, 100%, $5 {x}",
    Number: 1.5,
    Nothing: null,
  };
  const rest = {
    data: { aws_caller_identity: { me: {} } },
    ephemeral: { aws_eks_cluster_auth: { cluster: {} } },
    variable: { name: {} },
    locals: { suffix: "x" },
    module: { logs: { depends_on: ["aws_vpc.main", "data.aws_caller_identity.me"] } },
  };

  expect(findingsIn(tags, rest)).toEqual([]);
});

test("skips the notes that CDKTF writes for itself", () => {
  expect(findingsIn({}, { "//": { metadata: "undefined" } })).toEqual([]);
});

test.each<[what: string, value: Json, finding: string]>([
  [
    "a reference to a number in text",
    "port--1.8881545897087505e+289",
    'found "-1.8881545897087505e+289"; a reference to a number was joined with text or calculated with: read it as a string (Token.asString) first',
  ],
  [
    "a reference to a number that was calculated with",
    -1.8881545897087505e289,
    'found "-1.8881545897087505e+289"; a reference to a number was joined with text or calculated with: read it as a string (Token.asString) first',
  ],
  [
    "a reference that was changed",
    "${TFTOKEN[TOKEN.12]}",
    'found "${TFTOKEN[TOKEN.12]}"; a reference was cut, changed or compared: hand it over whole and let Terraform work on the value',
  ],
  [
    "a reference that was cut",
    "x${TfToken[TOK",
    'found "${TfToken[TOK"; a reference was cut, changed or compared: hand it over whole and let Terraform work on the value',
  ],
  [
    "a list that was put into JSON",
    '{"a":"<unresolved-token>"}',
    'found "<unresolved-token>"; a reference that is no string was put into JSON: convert it first (Token.asString)',
  ],
  [
    "a missing value in text",
    "arn:aws:iam::undefined:role/x",
    'found "undefined"; a value was missing where text was put together: give it one',
  ],
  [
    "an object in text",
    "role-[object Object]",
    'found "[object Object]"; an object was put into text: name the attribute that was meant',
  ],
  [
    "an expression that is not closed",
    "x ${aws_vpc.main.id",
    'found "${aws_vpc.main.id", which nothing closes; add the }, or write $${ where the text is meant as it stands',
  ],
  [
    "a directive",
    "%{ if x }",
    'found the template directive "%{ if x }"; write %%{ where the text is meant as it stands',
  ],
  [
    "a reference to a resource that is not there",
    "${aws_vpc.mian.id}",
    'found "aws_vpc.mian.id" in "${aws_vpc.mian.id}", which this stack does not have; correct the name, or write $${ where the text is meant as it stands',
  ],
  [
    "a reference to a data source that is not there",
    "${data.aws_region.here.name}",
    'found "data.aws_region.here.name" in "${data.aws_region.here.name}", which this stack does not have; correct the name, or write $${ where the text is meant as it stands',
  ],
  [
    "a placeholder of another program",
    "${DS_PROMETHEUS}",
    'found "DS_PROMETHEUS" in "${DS_PROMETHEUS}", which this stack does not have; correct the name, or write $${ where the text is meant as it stands',
  ],
])("refuses %s", (_what, value, finding) => {
  expect(findingsIn({ Name: value })).toEqual([`vpc-test aws_vpc.main.tags.Name: ${finding}`]);
});

test("finds more than one thing wrong with a text", () => {
  expect(findingsIn({ Name: "undefined ${var.gone}" })).toHaveLength(2);
});

test("refuses a key that was a reference", () => {
  expect(findingsIn({ "${aws_vpc.gone.id}": "x" })).toEqual([
    'vpc-test aws_vpc.main.tags["${aws_vpc.gone.id}"]: found "aws_vpc.gone.id" in "${aws_vpc.gone.id}", which this stack does not have; correct the name, or write $${ where the text is meant as it stands',
  ]);
});

test("refuses to wait for what another stack has", () => {
  expect(findingsIn({}, { module: { logs: { depends_on: ["aws_vpc.main", "aws_vpc.other"] } } })).toEqual([
    'vpc-test module.logs.depends_on[1]: found a dependency on "aws_vpc.other", which this stack does not have; depend on something in the same stack',
  ]);
});

test("reports every finding of a stack at once", () => {
  expect(mistakesIn("one", { output: { vpc: { value: ["undefined", "${var.gone}"] } } })).toEqual([
    'one output.vpc.value[0]: found "undefined"; a value was missing where text was put together: give it one',
    'one output.vpc.value[1]: found "var.gone" in "${var.gone}", which this stack does not have; correct the name, or write $${ where the text is meant as it stands',
  ]);
});

test("says how many problems there are and that nothing was published", () => {
  expect(new VerificationError(["a: found b"]).message).toBe(
    "1 problem in the Terraform that was made; nothing was published:\n  - a: found b",
  );
});
