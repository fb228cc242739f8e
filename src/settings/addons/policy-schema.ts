import { z } from "zod";
import { type GatekeeperConfig, type MemoryConfig, POLICY_NAMES, type PolicyExceptionConfig } from "./policy";
import { objectOf } from "../checking/object-of";
import { off, values } from "./addon-schema";

const text = z.string();

const memory = objectOf<MemoryConfig>({ requestMib: z.number(), limitMib: z.number() });

const exception = objectOf<PolicyExceptionConfig>({
  policy: z.enum(POLICY_NAMES),
  namespace: text,
  name: text,
  // What is missing here is named with all else that is wrong, by problemsOfPolicy.
  reason: text.default(""),
  until: text.default(""),
});

const gatekeeper = objectOf<Partial<GatekeeperConfig>>({
  values: values.optional(),
  webhookMemory: memory.optional(),
  auditMemory: memory.optional(),
  reportOnly: z.array(z.enum(POLICY_NAMES)).optional(),
  exceptions: z.array(exception).optional(),
});

/** What an environment file may say about policies. */
export const POLICY_SETTINGS = { gatekeeper: z.union([gatekeeper, off]).optional() };
