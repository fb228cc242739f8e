import { IPv4 } from "ipaddr.js";
import { remembered } from "./remembered";

/** A range of IPv4 addresses. First and last are numbers, so that they compare. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;

  /** Range as AWS writes it: the network's own address and the length of the prefix. */
  readonly cidr: string;
}

/** Range of a CIDR such as `10.1.0.0/16`; `undefined` for other text. Host bits are dropped. */
export const parseCidr = remembered((cidr): Block | undefined => {
  if (!IPv4.isValidCIDRFourPartDecimal(cidr)) {
    return undefined;
  }
  const [address, prefix] = IPv4.parseCIDR(cidr);
  const size = 2 ** (32 - prefix);
  const number = address.toByteArray().reduce((total, byte) => total * 256 + byte, 0);
  const first = number - (number % size);
  return { first, last: first + size - 1, prefix, cidr: `${textOf(first)}/${prefix}` };
});

export const contains = (outer: Block, inner: Block): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/** Says that a range lies in another. */
export function isWithin(inner: string, outer: string): boolean {
  const [one, whole] = [parseCidr(inner), parseCidr(outer)];
  return one !== undefined && whole !== undefined && contains(whole, one);
}

export const overlap = (a: Block, b: Block): boolean => a.first <= b.last && b.first <= a.last;

/** Address of a range, by its distance from the first. */
export const addressIn = (cidr: string, distance: number): string =>
  textOf(parseCidr(cidr)!.first + distance);

const textOf = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");
