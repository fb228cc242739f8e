import aws from "@cdktf/provider-aws/package.json";
import helm from "@cdktf/provider-helm/package.json";
import kubernetes from "@cdktf/provider-kubernetes/package.json";
import tfe from "@cdktf/provider-tfe/package.json";
import { z } from "zod";
import { exactObject } from "../checking/exact-object";

/** Versions of the providers that the bindings of each were generated from. */
export const BINDINGS = {
  aws: aws.cdktf.provider.version,
  helm: helm.cdktf.provider.version,
  kubernetes: kubernetes.cdktf.provider.version,
  tfe: tfe.cdktf.provider.version,
} as const;

export type BoundProvider = keyof typeof BINDINGS;

export const BOUND_PROVIDERS = Object.keys(BINDINGS) as BoundProvider[];

/** Version of each provider with bindings, exactly; those of its bindings where none is written. */
export const PROVIDER_VERSIONS = exactObject({
  aws: z.string().default(BINDINGS.aws),
  helm: z.string().default(BINDINGS.helm),
  kubernetes: z.string().default(BINDINGS.kubernetes),
  tfe: z.string().default(BINDINGS.tfe),
});

export type ProviderVersions = z.infer<typeof PROVIDER_VERSIONS>;
