import type { Permission } from "../../constructs/iam-policy";
import { changeAlarms, changeKeys, changeTopics } from "./lifecycles";
import { type OutsideNames, regional, type Territory } from "./territory";

const HEALTH_CHECKS = "arn:aws:route53:::healthcheck/*";

/** Only region in which Route 53 publishes the results of its checks. */
const REPORTED_IN = "us-east-1";

/** Permissions of a plan to read the checks from outside. It may read the rest in every region. */
export const readFromOutside = ({ accountId }: Territory): Permission[] => [
  {
    actions: ["route53:GetHealthCheck", "route53:ListTagsForResource"],
    resources: [HEALTH_CHECKS],
  },
  {
    actions: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    resources: [regional({ accountId, region: REPORTED_IN })("kms", "key/*")],
  },
];

/** Makes what looks at the platform from outside, and tells people what it sees. */
export function changeFromOutside({ accountId, owned }: Territory, outside: OutsideNames): Permission[] {
  const arn = regional({ accountId, region: REPORTED_IN });
  return [
    {
      actions: ["route53:CreateHealthCheck"],
      anyResourceBecause: "the check has no id before it is made",
    },
    {
      actions: ["route53:ChangeTagsForResource", "route53:DeleteHealthCheck", "route53:UpdateHealthCheck"],
      resources: [HEALTH_CHECKS],
    },
    changeAlarms(outside.alarms.map((name) => arn("cloudwatch", `alarm:${name}`))),
    changeTopics(outside.topics.map((name) => arn("sns", name))),
    ...changeKeys({ region: REPORTED_IN, owned }, [arn("kms", "key/*")]),
  ];
}
