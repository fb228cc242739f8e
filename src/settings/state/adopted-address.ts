import type { StackName } from "./stack-names";

/**
 * A resource of a platform that exists already, by its address there. `{name}` stands for any text. In the new address it
 * stands for the same text, in which a dash takes the place of what no name has; in keys, and as `{type}`, as it is.
 */
export interface AdoptedAddress {
  /** Stack whose state has it. */
  readonly stack: StackName;

  /** Address in that state, such as `aws_subnet.private["{zone}"]`. */
  readonly from: string;

  /** Address that it gets, if the stack has that, or the reason why it stays behind. */
  readonly becomes: { readonly to: string } | { readonly staysBecause: string };
}
