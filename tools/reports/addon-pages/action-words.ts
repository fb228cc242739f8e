/** Spellings, in a sentence, of words of AWS's action names. */
const SPELLINGS: Readonly<Record<string, string>> = {
  acl: "ACL",
  coip: "CoIP",
  ip: "IP",
  ipam: "IPAM",
  vpc: "VPC",
  vpcs: "VPCs",
};

/**
 * IAM actions in plain English: `route53:ChangeResourceRecordSets` and `route53:ListResourceRecordSets` are
 * "change and list resource record sets".
 */
export function actionWords(actions: readonly string[]): string {
  const verbs = new Map<string, string[]>();
  for (const [verb = "", ...object] of actions.map(wordsOf)) {
    append(verbs, plural(object.join(" ")), verb);
  }
  const objects = new Map<string, string[]>();
  for (const [object, does] of verbs) {
    append(objects, listed(does), object);
  }
  return [...objects].map(([does, what]) => `${does} ${listed(what)}`.trimEnd()).join("; ");
}

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

function append(groups: Map<string, string[]>, key: string, item: string): void {
  groups.set(key, [...new Set([...(groups.get(key) ?? []), item])]);
}

function wordsOf(action: string): string[] {
  const [, name = action] = action.split(":");
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? []).map((word) =>
    /^[A-Z]{2,}$/.test(word) ? word : (SPELLINGS[word.toLowerCase()] ?? word.toLowerCase()),
  );
}

function plural(noun: string): string {
  if (noun === "" || /s$/i.test(noun)) {
    return noun;
  }
  return /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : `${noun}s`;
}
