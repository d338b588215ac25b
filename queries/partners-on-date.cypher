// title: Whose partner somebody was on a date
// question.en: Who were the partners of Renault Group in September 2025, and for what?
// question.fr: Qui étaient les partenaires de Renault Group en septembre 2025, et pour quoi ?
// param org: string = "renault-group"    // an entity id
// param day: string = "2025-09-23"       // a date
// columns: partner, scope, since, until, status, source
MATCH ({id: $org})-[bond:PARTNER_OF]-(partner:Org)
WHERE partialDate.holds(bond.start, bond.end, $day)
RETURN partner.name AS partner, bond.scope AS scope, bond.start AS since, bond.end AS until, bond.status AS status, bond.source AS source
ORDER BY partner, scope
