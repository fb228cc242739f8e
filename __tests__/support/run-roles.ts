import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Terraform } from "./terraform";

/** A statement of a policy document. */
export interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Actions that the policies of a role allow, by the role's id in the stack. */
export const statementsOf = (terraform: Terraform, role: string): Statement[] =>
  Object.entries(terraform.named(IamPolicy))
    .filter(([name]) => name.startsWith(`${role}_`))
    .flatMap(([, { policy }]) => (JSON.parse(policy as string) as { Statement: Statement[] }).Statement);

/** Service of an action: `ec2` for `ec2:RunInstances`. */
export const serviceOf = (action: string) => action.slice(0, action.indexOf(":"));

/** The services whose resources are of these types; the longest beginning decides. */
const SERVICES: Readonly<Record<string, string>> = {
  accessanalyzer: "access-analyzer",
  acm: "acm",
  cloudwatch_log_group: "logs",
  cloudwatch_metric_alarm: "cloudwatch",
  cloudwatch_query_definition: "logs",
  cloudwatch_event: "events",
  db_subnet_group: "rds",
  default_security_group: "ec2",
  ecr: "ecr",
  eip: "ec2",
  eks: "eks",
  iam: "iam",
  internet_gateway: "ec2",
  kms: "kms",
  launch_template: "ec2",
  nat_gateway: "ec2",
  networkflowmonitor: "networkflowmonitor",
  rds: "rds",
  route53: "route53",
  route: "ec2",
  secretsmanager: "secretsmanager",
  cloudwatch_log_metric_filter: "logs",
  flow_log: "ec2",
  guardduty: "guardduty",
  security_group: "ec2",
  sns: "sns",
  subnet: "ec2",
  vpc: "ec2",
};

/** The service that makes resources of a type. */
export const serviceOfType = (type: string): string => {
  const name = type.replace("aws_", "");
  const [known] = Object.keys(SERVICES)
    .filter((beginning) => name.startsWith(beginning))
    .sort((a, b) => b.length - a.length);
  return known === undefined ? `${type}: say here which service it belongs to` : SERVICES[known]!;
};

/** True if any statement allows the action on a resource; conditions aside. */
export const isAllowed = (statements: readonly Statement[], action: string, arn: string) =>
  statements.some(
    ({ Action, Resource }) =>
      Action.includes(action) &&
      Resource.some((resource) => {
        const pattern = resource
          .replace(/[.+^${}()|[\]\\]/g, "\\$&")
          .replaceAll("*", ".*")
          .replaceAll("?", ".");
        return new RegExp(`^${pattern}$`).test(arn);
      }),
  );
