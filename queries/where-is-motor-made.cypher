// title: Where a motor is made
// question.en: Where is the 7DL motor made?
// question.fr: Où est fabriqué le moteur 7DL ?
// param motor: string = "motor-7dl"    // an entity id
// columns: site, status, since, source, quote, asserted_by
MATCH (site:Site)-[made:PRODUCES]->(motor:Motor {id: $motor})
OPTIONAL MATCH (who)<-[:ASSERTED_BY]-(claim:Claim)-[evidence:EVIDENCED_IN]->(:Article)
WHERE claim.id IN made.claims
RETURN site.name AS site, made.status AS status, made.start AS since, made.source AS source,
  evidence.quote AS quote, who.name AS asserted_by
ORDER BY site, status, since, asserted_by, quote
