import type { JsonMap } from "../../../terraform-json/json-map";
import { asMap } from "../../../terraform-json/json-map";
import type { Gaps } from "../gaps";
import { MOTO } from "../not-emulated";

const NAMED = "moto's ElastiCache has users and clusters alone";

/** Gaps of moto 5.2 for resources of tenants, besides those for the platform's own. */
export const MOTO_FOR_TENANTS: Gaps = {
  types: {
    ...MOTO.types,
    aws_acm_certificate_validation: {
      reason: "moto issues no certificate while Terraform waits for it",
      standIn: { certificate_arn: "arn:aws:acm:us-east-1:444455556666:certificate/emulated" },
    },
    aws_eks_access_entry: { reason: "moto's EKS has no access entries" },
    aws_elasticache_parameter_group: {
      reason: NAMED,
      standIn: { name: "default.valkey8", id: "default.valkey8" },
    },
    aws_elasticache_replication_group: {
      reason: "moto's replication groups have none of the nodes that Terraform reads",
      standIn: { primary_endpoint_address: "cache.example", reader_endpoint_address: "reader.example" },
    },
    aws_elasticache_user_group: { reason: NAMED, standIn: { user_group_id: "users", id: "users" } },
    aws_opensearch_domain: {
      reason: "Terraform looks at a new domain after ten minutes for the first time",
      standIn: { endpoint: "search.example" },
    },
  },
  attributes: MOTO.attributes,
  forgotten: {
    ...MOTO.forgotten,
    aws_db_parameter_group: {
      arguments: ["parameter"],
      reason: "moto's RDS does not say which parameters of a group people set",
    },
    aws_vpc_security_group_ingress_rule: {
      arguments: ["description"],
      reason: "moto's EC2 forgets what a rule about another group is for",
    },
    aws_sqs_queue: {
      arguments: ["redrive_policy"],
      reason: "moto's SQS puts spaces into the policy, which Terraform would take out again",
    },
  },
};

/** Gaps for plans that look at no emulator: each argument is compared with the state. */
export const JUDGED: Gaps = {
  ...MOTO_FOR_TENANTS,
  forgotten: {
    ...MOTO_FOR_TENANTS.forgotten,
    aws_sqs_queue: { arguments: [], reason: "the judged state has it without the spaces" },
  },
};

/** Arguments that Terraform waits for without end, since moto does not give them back, with reasons. */
const UNWRITTEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_sqs_queue: { redrive_allow_policy: "moto's SQS does not know who may send dead letters" },
};

/** Gaps in arguments of a type, with reasons. */
export const lackingArguments = (type: string): [string, string][] => [
  ...(MOTO_FOR_TENANTS.forgotten[type]?.arguments ?? []).map((name): [string, string] => [
    `${type} ${name}`,
    MOTO_FOR_TENANTS.forgotten[type]!.reason,
  ]),
  ...Object.entries(UNWRITTEN[type] ?? {}).map(([name, reason]): [string, string] => [
    `${type} ${name}`,
    reason,
  ]),
];

/** Resources without those arguments. */
export const withoutUnwritten = (resources: JsonMap): JsonMap =>
  Object.fromEntries(
    Object.entries(resources).map(([type, blocks]): [string, JsonMap] => [
      type,
      Object.fromEntries(
        Object.entries(asMap(blocks)).map(([name, block]): [string, JsonMap] => [
          name,
          Object.fromEntries(
            Object.entries(asMap(block)).filter(([key]) => UNWRITTEN[type]?.[key] === undefined),
          ),
        ]),
      ),
    ]),
  );
