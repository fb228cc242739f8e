import type { IResolvable } from "cdktf";
import { TokenMap } from "cdktf/lib/tokens/private/token-map";

/** Fields that CDKTF keeps to itself: every token that was ever made, which holds its construct and all around it. */
interface Internals {
  readonly stringTokenMap: Map<string, IResolvable>;
  readonly numberTokenMap: Map<number, IResolvable>;
}

/** Returns a function that forgets the tokens that were made since. A text with one of them resolves no more. */
export function forgetTokensLater(): () => void {
  const { stringTokenMap, numberTokenMap } = TokenMap.instance() as unknown as Internals;
  const forgetters = [forgetter(stringTokenMap), forgetter(numberTokenMap)];
  return () => forgetters.forEach((forget) => forget());
}

function forgetter<Key>(tokens: Map<Key, IResolvable>): () => void {
  const before = new Set(tokens.keys());
  return () => {
    for (const key of tokens.keys()) {
      if (!before.has(key)) {
        tokens.delete(key);
      }
    }
  };
}
