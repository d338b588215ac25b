// title: The roles that an article gives to brands
// question.en: Which roles does the article give to Ampere, Alpine, Dacia and Mobilize?
// question.fr: Quels rôles l’article attribue-t-il à Ampere, Alpine, Dacia et Mobilize ?
// param article: string = "art-seed-cleon-pivot"                    // an article id
// param brands: list = ["ampere", "alpine", "dacia", "mobilize"]    // entity ids
// columns: brand, role, modality, polarity, quote, passage_start
MATCH (brand:Brand)<-[:SUBJECT]-(claim:Claim {predicate: 'plays_role'})-[:OBJECT]->(role:Role),
  (claim)-[evidence:EVIDENCED_IN]->(:Article {id: $article})
WHERE brand.id IN $brands
RETURN brand.name AS brand, role.name AS role, claim.modality AS modality, claim.polarity AS polarity, evidence.quote AS quote,
  evidence.passage_start AS passage_start
ORDER BY passage_start, brand, role
