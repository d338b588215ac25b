// title: The claims that time has changed
// question.en: Does the architecture described in September 2025 still hold?
// question.fr: L’architecture décrite en septembre 2025 tient-elle encore ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: claim, subject, says, object, verdict, later, date, source, note
MATCH (claim:Claim)-[verdict:SUPERSEDED_BY|NUANCED_BY|CONTRADICTED_BY]->(later), (claim)-[:EVIDENCED_IN]->(:Article {id: $article})
MATCH (claim)-[:SUBJECT]->(subject)
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
RETURN claim.id AS claim, subject.name AS subject, claim.predicate AS says, object.name AS object, type(verdict) AS verdict,
  later.name AS later, later.date AS date, verdict.source AS source, verdict.note AS note
ORDER BY verdict DESC, date, claim
