// title: Who claims what about something
// question.en: Who claims what about the 7DL motor, and with which words?
// question.fr: Qui affirme quoi du moteur 7DL, et en quels mots ?
// param entity: string = "motor-7dl"    // an entity id
// columns: claim, subject, says, object, polarity, modality, asserted_by, attributed_to, date, article, quote, starts_at, ends_at
MATCH (claim:Claim)-[:SUBJECT]->(subject), (claim)-[place:EVIDENCED_IN]->(article:Article)
OPTIONAL MATCH (claim)-[:OBJECT]->(object)
WITH claim, subject, object, place, article
WHERE $entity IN [subject.id, object.id]
OPTIONAL MATCH (claim)-[:ASSERTED_BY]->(who)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(origin)
RETURN claim.id AS claim, subject.name AS subject, claim.predicate AS says, coalesce(object.name, claim.value) AS object,
  claim.polarity AS polarity, claim.modality AS modality, who.name AS asserted_by, origin.name AS attributed_to, claim.date AS date,
  article.id AS article, place.quote AS quote, place.start AS starts_at, place.end AS ends_at
ORDER BY article, starts_at, claim
