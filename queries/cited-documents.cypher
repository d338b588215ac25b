// title: Which articles rest on which documents
// question.en: Which articles of the series cite which official documents?
// question.fr: Quels articles de la série citent quels documents officiels ?
// param series: string = "series-decryptage"    // an entity id
// columns: article, in_series, document, kind, published_by, date, confidence

// The articles of the series, and what its publisher wrote beside it.
MATCH (series:Series {id: $series})<-[:PART_OF_SERIES]-(:Article)-[:PUBLISHED_BY]->(house:Org)
WITH DISTINCT series, house
MATCH (house)<-[:PUBLISHED_BY]-(article:Article)-[citation:CITES]->(document:Article)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Org)
RETURN article.name AS article, EXISTS { MATCH (article)-[:PART_OF_SERIES]->(series) } AS in_series, document.name AS document,
  [label IN labels(document) WHERE label <> 'Article'][0] AS kind, publisher.name AS published_by, document.date AS date,
  citation.confidence AS confidence
ORDER BY article, document
