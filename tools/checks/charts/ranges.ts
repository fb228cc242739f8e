import ipaddr from "ipaddr.js";

/** Says that a range has every address of another, which is one of the same family. */
export function covers(outer: string, inner: string): boolean {
  const [[whole, length], [part, deeper]] = [ipaddr.parseCIDR(outer), ipaddr.parseCIDR(inner)];
  return whole.kind() === part.kind() && length <= deeper && part.match(whole, length);
}

/** Says that two ranges have an address in common. */
export const meet = (one: string, other: string): boolean => covers(one, other) || covers(other, one);

/** Range of one address, of either family. */
export const rangeOf = (address: string): string =>
  `${address}/${ipaddr.parse(address).kind() === "ipv6" ? 128 : 32}`;
