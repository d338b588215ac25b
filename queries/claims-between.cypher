// title: What is claimed between two things
// question.en: Does Alpine legitimise Ampere, or the reverse?
// question.fr: Est-ce Alpine qui légitime Ampere, ou l’inverse ?
// param one: string = "alpine"      // an entity id
// param other: string = "ampere"    // an entity id
// columns: claim, subject, says, object, modality, polarity, asserted_by, quote, article, starts_at, ends_at
MATCH (subject)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object)
WHERE [subject.id, object.id] IN [[$one, $other], [$other, $one]]
MATCH (who)<-[:ASSERTED_BY]-(claim)-[evidence:EVIDENCED_IN]->(article:Article)
RETURN claim.id AS claim, subject.name AS subject, claim.predicate AS says, object.name AS object, claim.modality AS modality,
  claim.polarity AS polarity, who.name AS asserted_by, evidence.quote AS quote, article.name AS article,
  evidence.start AS starts_at, evidence.end AS ends_at
ORDER BY article, starts_at, claim
