// title: The posts of somebody
// question.en: Which posts did Luca de Meo and François Provost hold, and when?
// question.fr: Quels postes Luca de Meo et François Provost ont-ils occupés, et quand ?
// param people: list = ["luca-de-meo", "francois-provost"]    // ids of people
// columns: person, post, at, since, until, status, source
MATCH (person:Person)-[post:HOLDS_POSITION]->(org)
WHERE person.id IN $people
RETURN person.name AS person, post.title AS post, org.name AS at, post.start AS since, post.end AS until, post.status AS status,
  post.source AS source
ORDER BY person, since, at
