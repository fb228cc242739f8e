import { parseCidr } from "./cidr-block";
import { type Path, problem, show } from "./problem";

/** Problems in the notation of one CIDR. */
export function problemsOfCidr(path: Path, cidr: string): string[] {
  const block = parseCidr(cidr);
  if (!block) {
    return [
      problem(
        path,
        'an IPv4 CIDR such as "10.1.0.0/16"',
        show(cidr),
        "write four numbers, a slash and the prefix length",
      ),
    ];
  }
  return block.cidr === cidr
    ? []
    : [problem(path, "the address of a network", show(cidr), `write ${show(block.cidr)}`)];
}
