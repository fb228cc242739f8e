import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/** Data with every reference as Terraform writes it. */
export const resolved = <T>(scope: IConstruct, data: T): T =>
  Tokenization.resolve(data, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  }) as T;
