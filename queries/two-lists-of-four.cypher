// title: The two lists of four in the founding article
// question.en: What are the two lists of four, and how do they differ?
// question.fr: Quelles sont les deux listes de « quatre » et en quoi diffèrent-elles ?
// param article: string = "art-seed-cleon-pivot"    // an article id
// columns: in_the_group_logic, pillars, only_in_the_logic, only_in_the_pillars

// The first list says of each brand that it is part of the group; the second calls each a pillar.
MATCH (brand:Brand)<-[:SUBJECT]-(claim:Claim {predicate: 'part_of'})-[:OBJECT]->(:Group), (claim)-[:EVIDENCED_IN]->(:Article {id: $article})
WITH DISTINCT brand.name AS name ORDER BY name
WITH collect(name) AS logic
MATCH (brand:Brand)<-[:SUBJECT]-(claim:Claim {predicate: 'is_pillar_of'}), (claim)-[:EVIDENCED_IN]->(:Article {id: $article})
WITH DISTINCT logic, brand.name AS name ORDER BY name
WITH logic, collect(name) AS pillars
RETURN logic AS in_the_group_logic, pillars, [name IN logic WHERE NOT name IN pillars] AS only_in_the_logic,
  [name IN pillars WHERE NOT name IN logic] AS only_in_the_pillars
ORDER BY in_the_group_logic
