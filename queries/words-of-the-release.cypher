// title: The words of the press release
// question.en: Which words does the author find in the press release?
// question.fr: Quels mots l’auteur prête-t-il au communiqué ?
// param text: string = "press-ampere-2025-09-23"    // an article id
// columns: word, attributed_to, asserted_by, quote, starts_at, ends_at
MATCH ({id: $text})<-[:SUBJECT]-(claim:Claim {predicate: 'uses_term'})-[:OBJECT]->(word:Term)
MATCH (who)<-[:ASSERTED_BY]-(claim)-[evidence:EVIDENCED_IN]->(:Article)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(origin)
RETURN word.name AS word, origin.name AS attributed_to, who.name AS asserted_by, evidence.quote AS quote,
  evidence.start AS starts_at, evidence.end AS ends_at
ORDER BY starts_at, word
