import { type CST, Parser } from "yaml";

/** How deep lists and maps stand inside each other. Counted without recursion: what is too deep for that is the point. */
export function yamlDepth(text: string): number {
  let deepest = 0;
  const rest = [...new Parser().parse(text)].map((token) => ({ token, depth: 0 }));
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    for (const child of childrenOf(token)) {
      rest.push({ token: child, depth: depth + 1 });
    }
  }
  return deepest;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") {
    return token.value === undefined ? [] : [token.value];
  }
  return "items" in token
    ? token.items.flatMap((item) =>
        [item.key, item.value].filter((child) => child !== undefined && child !== null),
      )
    : [];
}
