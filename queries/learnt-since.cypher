// title: What was learnt since a date
// question.en: Which relations rest on something learnt since a date?
// question.fr: Quelles relations reposent sur ce qui a été appris depuis une date ?
// param since: string = "2026-03-10"    // a date
// columns: as_of, subject, relation, object, status, source
MATCH (subject)-[link]->(object)
WHERE link.as_of >= $since AND link.as_of <> 'undated' AND link.status IS NOT NULL AND NOT link.general_knowledge
  AND link.source <> 'sillage'
RETURN link.as_of AS as_of, subject.name AS subject, type(link) AS relation, object.name AS object, link.status AS status,
  link.source AS source
ORDER BY as_of, source, subject, relation, object
