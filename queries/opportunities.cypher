// title: The opportunity that the article sees
// question.en: Which opportunity does the article see, and who else achieved it?
// question.fr: Quelle opportunité l’article voit-il, et qui d’autre l’a réalisée ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: opportunity, subject, says, modality, polarity, quote, starts_at
MATCH (opportunity:Opportunity)<-[:OBJECT]-(claim:Claim)-[:SUBJECT]->(subject), (claim)-[evidence:EVIDENCED_IN]->(:Article {id: $article})
RETURN opportunity.name AS opportunity, subject.name AS subject, claim.predicate AS says, claim.modality AS modality,
  claim.polarity AS polarity, evidence.quote AS quote, evidence.start AS starts_at
ORDER BY starts_at, opportunity
