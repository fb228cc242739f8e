import { literalAt } from "./identity";
import type { StateEntry } from "./read-state";
import type { Target } from "./target-stack";

/**
 * Id with which a stack imports a record that its state has by a name within the zone (`eks`), and the stack by the whole
 * one. The provider takes these for two names: it would remove the record and make it anew, and a zone without its
 * delegation is gone for hours from resolvers that ask in between. `undefined` for everything else.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record#import
 */
export function idOfShortRecord({ type, values = {} }: StateEntry, target: Target): string | undefined {
  const [zone, name, whole, kind] = ["zone_id", "name", "fqdn", "type"].map((key) => literalAt(values, key));
  const isShort =
    type === "aws_route53_record" && name !== whole && whole === literalAt(target.block, "name");
  return isShort && zone !== undefined && kind !== undefined ? `${zone}_${whole}_${kind}` : undefined;
}
