// title: The industrial map of Renault in France
// question.en: Which sites does Renault have in France, and what do they make for which brands?
// question.fr: Quels sites Renault a-t-il en France, que font-ils et pour quelles marques ?
// param group: string = "renault-group"    // an entity id
// param country: string = "france"         // an entity id
// columns: region, site, kind, town, operator, products, brands
MATCH (site:Site)-[mandate:OPERATED_BY]->(operator:Org), (site)-[:LOCATED_IN]->(town:Place)-[:LOCATED_IN*0..3]->({id: $country})
OPTIONAL MATCH (town)-[:LOCATED_IN*0..3]->(region:Region)
WITH site, mandate, operator, town, region
WHERE mandate.status <> 'ended' AND mandate.status <> 'planned'
  AND (operator.id = $group OR (operator)-[:SUBSIDIARY_OF|BRAND_OF*1..2]->({id: $group}))
OPTIONAL MATCH (site)-[made:PRODUCES]->(product:Product)
WHERE made.status <> 'ended'
OPTIONAL MATCH (product)-[:MARKETED_BY]->(brand:Brand)
WITH DISTINCT region, site, town, operator, product.name AS product, brand.name AS brand ORDER BY product, brand
WITH region, site, town, operator, collect(DISTINCT product) AS products, collect(DISTINCT brand) AS brands
RETURN region.name AS region, site.name AS site, [label IN labels(site) WHERE label <> 'Site'][0] AS kind, town.name AS town, operator.name AS operator,
  products, brands
ORDER BY region, site, operator
