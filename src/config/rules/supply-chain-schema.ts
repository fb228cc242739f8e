import { z } from "zod";
import type { KyvernoConfig } from "../services/supply-chain";
import { objectOf } from "./object-of";
import { off, values } from "./service-schema";

const kyverno = objectOf<Partial<KyvernoConfig>>({
  values: values.optional(),
  enforce: z.boolean().optional(),
});

/** What an environment file may say about what tells our own images from others. */
export const SUPPLY_CHAIN_SETTINGS = { kyverno: z.union([kyverno, off]).optional() };
