/** How a complaint stands with those who lead the work, as conditions over its row `c`. */
export const STANDING = {
  /** Given or offered to somebody who has not accepted it yet. */
  handOverWaits: `c.state @? '$.handOvers[*] ? (@.status == "OFFERED" || @.status == "ASSIGNED")'`,
  draftWaits: `c.state @? '$.answers[*] ? (@.status == "DRAFT")'`,
  extensionWaits: `c.state @? '$.extensionRequests[*]'`,
  /** A clock that still runs may be lengthened once, and has not been. */
  extendable: `c.state @? '$.clocks[*] ? ((@.state == "running" || @.state == "paused") && exists(@.rule.extension) && !(exists(@.extended)))'`,
} as const;
