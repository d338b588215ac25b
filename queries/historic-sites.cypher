// title: Old sites turned to electric cars
// question.en: Which makers chose a historic site for electric cars rather than a new plant?
// question.fr: Quels constructeurs ont choisi un site historique pour l’électrique plutôt qu’une usine neuve ?
// param before: string = "2010"    // a year
// columns: choice, site, kind, opened, operator, country, products, examples
MATCH (site:Site)-[made:PRODUCES]->(product:Product)
WHERE site.opened IS NOT NULL AND made.status IN ['asserted', 'planned'] AND (product:ElectricMotor OR 'BEV' IN product.energy)
WITH site, product ORDER BY product.name
WITH site, count(DISTINCT product) AS products, collect(DISTINCT product.name) AS names
MATCH (site)-[mandate:OPERATED_BY]->(operator:Org), (site)-[:LOCATED_IN*1..4]->(country:Country)
WHERE mandate.status <> 'ended' AND mandate.status <> 'planned'
RETURN CASE WHEN site.opened < $before THEN 'historic site' ELSE 'new plant' END AS choice, site.name AS site,
  [label IN labels(site) WHERE label <> 'Site'][0] AS kind, site.opened AS opened, operator.name AS operator,
  country.name AS country, products, names[..3] AS examples
ORDER BY choice, opened, site, operator
