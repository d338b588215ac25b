// title: The story that Renault is said to tell
// question.en: Which story does Renault try to establish?
// question.fr: Quel récit Renault cherche-t-il à installer ?
// param article: string = "art-seed-cleon-pivot"                                                           // an article id
// param predicates: list = ["seeks_to", "framed_as", "appeal_by", "appeal_only_by", "reveals_ambition"]    // claim predicates
// columns: subject, says, object, polarity, modality, quote, starts_at
MATCH (subject)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object), (claim)-[evidence:EVIDENCED_IN]->(:Article {id: $article})
WHERE claim.predicate IN $predicates
RETURN subject.name AS subject, claim.predicate AS says, object.name AS object, claim.polarity AS polarity, claim.modality AS modality,
  evidence.quote AS quote, evidence.start AS starts_at
ORDER BY starts_at, says, object
