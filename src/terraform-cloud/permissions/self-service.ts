import type { Permission } from "../../constructs/iam-policy";
import { NAMESPACE_TAG, REMOVAL_ACTIONS, SELF_SERVICE_ACTIONS } from "../../constructs/self-service-actions";
import { SELF_SERVICE_NAMES } from "../../names/tenant-resource-names";
import { regional, type Territory } from "./territory";

/** Condition that ACK does something for an object of a namespace. No other session has the tag. */
const FOR_AN_OBJECT = { Null: { [NAMESPACE_TAG]: "false" } };

/** The most that the roles may do by which ACK makes resources of tenants: tables and buckets with names of self-service. */
export const boundSelfService = (territory: Territory): Permission[] =>
  territory.capabilities.includes("ack")
    ? [
        {
          actions: [...SELF_SERVICE_ACTIONS.tables, ...REMOVAL_ACTIONS.tables],
          resources: [regional(territory)("dynamodb", `table/${SELF_SERVICE_NAMES}`)],
          conditions: FOR_AN_OBJECT,
        },
        {
          actions: [...SELF_SERVICE_ACTIONS.buckets, ...REMOVAL_ACTIONS.buckets],
          resources: [`arn:aws:s3:::${SELF_SERVICE_NAMES}`],
          conditions: FOR_AN_OBJECT,
        },
        {
          actions: ["s3:ListAllMyBuckets"],
          anyResourceBecause: "ACK looks for a bucket in the account's list",
          conditions: FOR_AN_OBJECT,
        },
      ]
    : [];

/** Permissions to read the capabilities of a cluster. */
export const readCapabilities = (territory: Territory): Permission[] =>
  territory.capabilities.length > 0
    ? [
        {
          actions: ["eks:DescribeCapability", "eks:ListTagsForResource"],
          resources: [capabilitiesOf(territory)],
        },
      ]
    : [];

/** Permissions to make, change and remove the capabilities of a cluster. Their roles are among those that EKS is handed. */
export const changeCapabilities = (territory: Territory): Permission[] =>
  territory.capabilities.length > 0
    ? [
        {
          actions: ["eks:CreateCapability"],
          resources: [regional(territory)("eks", `cluster/${territory.clusterName}`)],
        },
        {
          actions: ["eks:DeleteCapability", "eks:TagResource", "eks:UntagResource", "eks:UpdateCapability"],
          resources: [capabilitiesOf(territory)],
        },
      ]
    : [];

const capabilitiesOf = (territory: Territory): string =>
  regional(territory)("eks", `capability/${territory.clusterName}/*`);
