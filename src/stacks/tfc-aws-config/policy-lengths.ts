import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { DefaultTokenResolver, StringConcat, type TerraformStack, Tokenization } from "cdktf";
import { environmentLabel } from "../../settings/checking/label";
import { problem } from "../../settings/checking/problem";
import type { Environment } from "../../settings/environment/environment";

/**
 * Most characters of a managed policy, and of a role's trust unless AWS has raised that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST = { policy: 6144, trust: 2048 };

/**
 * Refuses a cluster whose parts do not fit the policies of the roles that HCP Terraform's runs assume. Each policy names
 * what the roles may change, the alarms of node groups for example. IAM would refuse it in the first apply.
 */
export function refuseLongPolicies(stack: TerraformStack, environment: Environment): void {
  stack.node.addValidation({
    validate: () => {
      const { id, length, most } = longest(stack);
      return length <= most
        ? []
        : [`${environmentLabel(environment)} ${tooLong(environment, id, length, most)}`];
    },
  });
}

interface Document {
  readonly id: string;
  readonly length: number;
  readonly most: number;
}

/** Document that is longest for its kind. */
const longest = (stack: TerraformStack): Document =>
  stack.node
    .findAll()
    .flatMap((element): Document[] => {
      const { path: id } = element.node;
      return element instanceof IamPolicy
        ? [{ id, length: lengthOf(stack, element.policyInput), most: MOST.policy }]
        : element instanceof IamRole
          ? [{ id, length: lengthOf(stack, element.assumeRolePolicyInput), most: MOST.trust }]
          : [];
    })
    .reduce((one, other) => (other.length / other.most > one.length / one.most ? other : one));

/** Characters of a document with references in the place of CDKTF's tokens. */
const lengthOf = (scope: TerraformStack, document: unknown): number =>
  String(Tokenization.resolve(document, { scope, resolver: RESOLVER, preparing: false })).length;

const RESOLVER = new DefaultTokenResolver(new StringConcat());

const tooLong = ({ clusters }: Environment, id: string, length: number, most: number): string =>
  problem(
    ["clusters"],
    `parts whose names fit the ${most} characters that IAM allows ${id}`,
    `${length} with ${clusters.map(({ cluster }) => cluster.name).join(", ")}`,
    "shorten names of node groups and clusters, or move node groups to another cluster",
  );
