// title: What a site makes, and since when
// question.en: What does Cléon make, and since when?
// question.fr: Que fabrique Cléon, et depuis quand ?
// param site: string = "cleon-plant"    // an entity id
// columns: product, status, since, source, confidence, general_knowledge
MATCH (:Site {id: $site})-[made:PRODUCES]->(product:Product)
RETURN product.name AS product, made.status AS status, made.start AS since, made.source AS source, made.confidence AS confidence,
  made.general_knowledge AS general_knowledge
ORDER BY coalesce(since, '9999'), status, product
