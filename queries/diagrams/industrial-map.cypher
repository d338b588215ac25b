// title.en: The industrial map of Renault in France
// title.fr: La carte industrielle de Renault en France
// subtitle.en: what each site makes, and what it delivers to others
// subtitle.fr: ce que chaque site produit, et ce qu’il livre aux autres
// kind: industrial-map
// param group: string = "renault-group"    // an entity id
// param country: string = "france"         // an entity id
// column.makes: makes | produit
// column.for_brands: for | pour
// style: max-nodes=60
MATCH (site:Site)-[mandate:OPERATED_BY]->(operator:Org)
WHERE mandate.status <> 'ended' AND mandate.status <> 'planned'
  AND (operator.id = $group OR (operator)-[:SUBSIDIARY_OF|BRAND_OF*1..2]->({id: $group}))
MATCH (site)-[:LOCATED_IN]->(town:Place)-[:LOCATED_IN*0..3]->(region:Region)-[:LOCATED_IN]->({id: $country})
MATCH (site)-[made:PRODUCES]->(product:Product)
WHERE made.status <> 'ended' AND NOT product:ProductClass
OPTIONAL MATCH (product)-[:MARKETED_BY]->(brand:Brand)
WITH DISTINCT site, region, product.name AS product, brand.name AS brand ORDER BY product, brand
WITH site, region, collect(DISTINCT product) AS makes, collect(DISTINCT brand) AS for_brands
OPTIONAL MATCH (site)-[delivery:SUPPLIES]->(:Site)
OPTIONAL MATCH (site)<-[received:SUPPLIES]-(other:Site)-[:LOCATED_IN]->(:Place)-[:LOCATED_IN*0..3]->(origin:Region)
RETURN site, region.name AS cluster, makes, for_brands, delivery, received, other, origin.name AS `other.cluster`
