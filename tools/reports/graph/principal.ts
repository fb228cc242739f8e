import { asMap, isList, type JsonMap } from "../../terraform-json/json-map";
import type { Colour } from "./picture";

/** Caller that may assume a role. */
export interface Principal {
  /** Such as `argocd-server` or `alphagov/search-api`. */
  readonly name: string;

  /** Kind of caller, in words. */
  readonly kind: string;

  /** The same for several callers, as in "57 workflows". */
  readonly plural: string;
  readonly colour: Colour;
}

/** Statement of a policy that says who may assume a role. */
interface Trust {
  readonly Principal?: { readonly Service?: string; readonly AWS?: string };
  readonly Condition?: { readonly StringEquals?: JsonMap };
}

/** Caller that a role trusts, which may be one of the stack's other roles. */
export function principalOf(role: JsonMap, roles: JsonMap): Principal {
  const { Statement } = JSON.parse(String(role.assume_role_policy)) as {
    readonly Statement: readonly Trust[];
  };
  const conditions = Statement.map(({ Condition }) => asMap(Condition?.StringEquals));

  return (
    conditions.map(federated).find((found) => found !== undefined) ??
    Statement.map(({ Principal }) => anotherRole(Principal?.AWS, roles)).find(
      (found) => found !== undefined,
    ) ?? {
      name: Statement.flatMap(({ Principal }) => Principal?.Service ?? []).join(", "),
      kind: "AWS service",
      plural: "AWS services",
      colour: "blue",
    }
  );
}

const ROLE = /^\$\{aws_iam_role\.([\w-]+)\.arn\}$/;

/** Role whose ARN a trust names. */
function anotherRole(arn: string | undefined, roles: JsonMap): Principal | undefined {
  const id = arn === undefined ? undefined : ROLE.exec(arn)?.[1];
  return id === undefined
    ? undefined
    : {
        name: String(asMap(roles[id]).name),
        kind: "IAM role",
        plural: "roles that a role assumes",
        colour: "blue",
      };
}

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;
const GITHUB = /^repo:([^:]+):(?:ref:refs\/heads\/)?(.+)$/;
const TERRAFORM = /^organization:[^:]+:.*:workspace:([^:]+):run_phase:(\w+)$/;
const TAG = "aws:RequestTag/kubernetes";

/** Caller that a condition of a trust names: a token's subject, or the tags of Pod Identity. */
function federated(equal: JsonMap): Principal | undefined {
  const [tagged, account] = [equal[`${TAG}-namespace`], equal[`${TAG}-service-account`]];
  if (typeof tagged === "string" && typeof account === "string") {
    return serviceAccount(tagged, account);
  }
  const subjects = Object.entries(equal)
    .filter(([key]) => key.endsWith(":sub"))
    .flatMap(([, value]) => (isList(value) ? value : [value]))
    .map(String);
  return subjects.map((subject) => bySubject(subject, subjects.length)).find((found) => found !== undefined);
}

function bySubject(subject: string, all: number): Principal | undefined {
  const [account, gitHub, run] = [SERVICE_ACCOUNT, GITHUB, TERRAFORM].map((form) => form.exec(subject));
  if (account) {
    return serviceAccount(account[1]!, account[2]!);
  }
  if (gitHub) {
    return {
      name: gitHub[1]!,
      kind: `workflows on GitHub, ${gitHub[2]}`,
      plural: `repositories' workflows on GitHub, ${gitHub[2]}`,
      colour: "yellow",
    };
  }
  return run
    ? {
        name: all === 1 ? run[1]! : `${all} workspaces`,
        kind: `HCP Terraform, ${run[2]}`,
        plural: `roles of HCP Terraform, ${run[2]}`,
        colour: "yellow",
      }
    : undefined;
}

const serviceAccount = (namespace: string, name: string): Principal => ({
  name,
  kind: `service account in ${namespace}`,
  plural: `service accounts in ${namespace}`,
  colour: "green",
});
