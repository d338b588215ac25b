// title: The industrial map of Renault in France
// question.en: Which sites does Renault have in France, and what do they make for which brands?
// question.fr: Quels sites Renault a-t-il en France, que font-ils et pour quelles marques ?
// param group: string = "renault-group"    // an entity id
// param country: string = "france"         // an entity id
// param kinds: list = ["AssemblyPlant", "PowertrainPlant", "ComponentPlant", "Gigafactory", "CircularEconomySite", "IndustrialCluster"]    // kinds of sites
// columns: region, site, kind, town, operators, products, brands
MATCH (site:Site)-[mandate:OPERATED_BY]->(operator:Org), (site)-[:LOCATED_IN]->(town:Place)-[:LOCATED_IN*0..3]->({id: $country})
WHERE mandate.status <> 'ended' AND mandate.status <> 'planned' AND any(kind IN labels(site) WHERE kind IN $kinds)
  AND (operator.id = $group OR (operator)-[:SUBSIDIARY_OF|BRAND_OF*1..2]->({id: $group}))
WITH site, town, operator ORDER BY operator.name
WITH site, town, collect(DISTINCT operator.name) AS operators
OPTIONAL MATCH (town)-[:LOCATED_IN*0..3]->(region:Region)-[:LOCATED_IN]->({id: $country})
OPTIONAL MATCH (site)-[made:PRODUCES]->(product:Product)
WHERE made.status <> 'ended'
OPTIONAL MATCH (product)-[:MARKETED_BY]->(brand:Brand)
WITH DISTINCT region, site, town, operators, product.name AS product, brand.name AS brand ORDER BY product, brand
WITH region, site, town, operators, collect(DISTINCT product) AS products, collect(DISTINCT brand) AS brands
RETURN region.name AS region, site.name AS site, [label IN labels(site) WHERE label IN $kinds][0] AS kind, town.name AS town, operators,
  products, brands
ORDER BY region, site
