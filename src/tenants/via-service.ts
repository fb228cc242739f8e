import type { Conditions } from "../constructs/iam-policy";

/** AWS services that use the key of a namespace for their clients, by the clients' own rights to the key. */
export const KEY_SERVICES = ["dynamodb", "s3", "secretsmanager", "sns", "sqs"] as const;

/** One of these services. */
export type KeyService = (typeof KEY_SERVICES)[number];

/**
 * Condition that a service asks for the use of a key, on behalf of the one who has the right: no ciphertext that was got by
 * other ways can be decrypted with it.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const viaService = (region: string, services: Iterable<KeyService>): Conditions => ({
  StringEquals: { "kms:ViaService": [...services].map((service) => `${service}.${region}.amazonaws.com`) },
});
