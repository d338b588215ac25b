// title: What was said of something, and what became of it
// question.en: What did the founding article say about Mobilize, and did it come true?
// question.fr: Que disait l’article fondateur de Mobilize, et qu’en est-il advenu ?
// param entity: string = "mobilize"                 // an entity id
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: claim, says, object, polarity, modality, date, quote, outcome, later, later_date, source, note

// Where nobody has written down what became of it, the outcome is empty: not known here.
MATCH (claim:Claim)-[:SUBJECT]->({id: $entity}), (claim)-[place:EVIDENCED_IN]->(:Article {id: $article})
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
OPTIONAL MATCH (claim)-[outcome:SUPPORTED_BY|NUANCED_BY|SUPERSEDED_BY]->(later)
RETURN claim.id AS claim, claim.predicate AS says, coalesce(object.name, claim.value) AS object, claim.polarity AS polarity,
  claim.modality AS modality, claim.date AS date, place.quote AS quote, type(outcome) AS outcome, coalesce(later.name, later.id) AS later,
  later.date AS later_date, outcome.source AS source, outcome.note AS note
ORDER BY claim, later_date
