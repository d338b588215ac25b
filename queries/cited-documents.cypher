// title: Which articles rest on which documents
// question.en: Which articles of the series cite which official documents?
// question.fr: Quels articles de la série citent quels documents officiels ?
// param series: string = "series-decryptage"    // an entity id
// columns: article, document, kind, published_by, date
MATCH (:Series {id: $series})<-[:PART_OF_SERIES]-(article:Article)-[:CITES]->(document:Article)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Org)
RETURN article.name AS article, document.name AS document, [label IN labels(document) WHERE label <> 'Article'][0] AS kind,
  publisher.name AS published_by, document.date AS date
ORDER BY article, document
