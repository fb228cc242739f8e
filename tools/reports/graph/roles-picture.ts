import { actionSummary } from "./action-summary";
import { type Block, blocksOf, type SynthesisedStack, type TerraformJson } from "./environment-stacks";
import type { Box, Picture } from "./picture";

/** IAM roles of an environment: who assumes each, and its permissions. */
export function rolesPicture(environment: string, stacks: readonly SynthesisedStack[]): Picture {
  const roles = stacks.flatMap(({ name: stack, terraform }) =>
    blocksOf(terraform.resource, "aws_iam_role").map(([name, role]) => ({
      id: `${stack} ${name}`,
      role,
      allowances: allowances(name, terraform),
    })),
  );
  return {
    title: `${environment}: who assumes which IAM role, and what it may do`,
    direction: "right",
    boxes: roles.flatMap(({ id, role, allowances }): Box[] => [
      { id, ...whoAssumes(role) },
      { id: `${id} may`, title: "", lines: allowances.flatMap(wrapped), colour: "grey" },
    ]),
    arrows: roles.map(({ id }) => ({ from: id, to: `${id} may`, labels: [], dashed: false })),
  };
}

interface Statement {
  readonly Principal?: { readonly Service?: string };
  readonly Action: readonly string[];
  readonly Condition?: { readonly StringEquals?: Readonly<Record<string, string>> };
}

const statements = (policy: Block[string]): readonly Statement[] =>
  (JSON.parse(String(policy)) as { readonly Statement: readonly Statement[] }).Statement;

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

function whoAssumes(role: Block): Omit<Box, "id"> {
  const account = serviceAccount(role);
  const assumes = `assumes ${String(role.name)}`;

  return account === undefined
    ? { title: services(role), lines: ["AWS service", assumes], colour: "blue" }
    : { title: account.name, lines: [`service account in ${account.namespace}`, assumes], colour: "green" };
}

/** Service account that a role trusts, by IRSA or by Pod Identity. */
function serviceAccount(role: Block): { namespace: string; name: string } | undefined {
  for (const { Condition } of statements(role.assume_role_policy)) {
    const equal = Condition?.StringEquals ?? {};
    const [, namespace = equal[`${TAG}-namespace`], name = equal[`${TAG}-service-account`]] =
      Object.values(equal)
        .map((value) => SERVICE_ACCOUNT.exec(value))
        .find((match) => match !== null) ?? [];
    if (namespace !== undefined && name !== undefined) {
      return { namespace, name };
    }
  }
  return undefined;
}

const TAG = "aws:RequestTag/kubernetes";

const services = (role: Block): string =>
  statements(role.assume_role_policy)
    .flatMap(({ Principal }) => Principal?.Service ?? [])
    .join(", ");

/** Permissions of a role, in lines: its own by service, then the policies that others maintain. */
function allowances(role: string, { resource }: TerraformJson): string[] {
  const ofRole = (type: string) =>
    blocksOf(resource, type)
      .map(([, block]) => block)
      .filter((block) => String(block.role).includes(`aws_iam_role.${role}.`));

  return [
    ...actionSummary(
      ofRole("aws_iam_role_policy").flatMap(({ policy }) =>
        statements(policy).flatMap(({ Action }) => Action),
      ),
    ),
    ...ofRole("aws_iam_role_policy_attachment")
      .map(({ policy_arn }) => `policy ${String(policy_arn).split("/").at(-1)}`)
      .sort(),
  ];
}

const WIDTH = 64;

/** Line in pieces that fit a box, broken between words; all but the first are indented. */
const wrapped = (line: string): string[] =>
  (line.match(new RegExp(`\\S.{0,${WIDTH - 1}}(?=\\s|$)`, "g")) ?? []).map((piece, index) =>
    index === 0 ? piece : `\u00a0\u00a0${piece}`,
  );
