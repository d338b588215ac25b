// title: What is denied
// question.en: What does the founding article deny?
// question.fr: Que nie l’article fondateur ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: claim, subject, says_not, object, modality, quote, starts_at, ends_at
MATCH (claim:Claim {polarity: 'negative'})-[:SUBJECT]->(subject), (claim)-[place:EVIDENCED_IN]->(:Article {id: $article})
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
RETURN claim.id AS claim, subject.name AS subject, claim.predicate AS says_not, coalesce(object.name, claim.value) AS object,
  claim.modality AS modality, place.quote AS quote, place.start AS starts_at, place.end AS ends_at
ORDER BY starts_at, claim
