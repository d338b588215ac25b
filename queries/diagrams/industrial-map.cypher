// title.en: The industrial map of Renault in France
// title.fr: La carte industrielle de Renault en France
// subtitle.en: what each site makes, and what others deliver to it
// subtitle.fr: ce que chaque site produit, et ce que d’autres lui livrent
// kind: industrial-map
// param group: string = "renault-group"    // an entity id
// param country: string = "france"         // an entity id
// column.makes: makes | produit
// column.for_brands: for | pour
// style: max-nodes=60
MATCH (site:Site)-[mandate:OPERATED_BY]->(operator:Org)
WHERE mandate.status <> 'ended' AND mandate.status <> 'planned'
  AND (operator.id = $group OR (operator)-[:SUBSIDIARY_OF|BRAND_OF*1..2]->({id: $group}))
MATCH way = (site)-[:LOCATED_IN*1..5]->({id: $country})
MATCH (site)-[made:PRODUCES]->(product:Product)
WHERE made.status <> 'ended' AND NOT product:ProductClass
OPTIONAL MATCH (product)-[:MARKETED_BY]->(brand:Brand)
WITH DISTINCT site, way, product.name AS product, brand.name AS brand ORDER BY product, brand
WITH site, way, collect(DISTINCT product) AS makes, collect(DISTINCT brand) AS for_brands
OPTIONAL MATCH (site)<-[delivery:SUPPLIES]-(supplier:Site)
OPTIONAL MATCH origin = (supplier)-[:LOCATED_IN*1..5]->(:Country)
// A site stands in the box of its region, or of its country where no region is known.
RETURN site, coalesce(head([place IN nodes(way) WHERE place:Region | place.name]), last(nodes(way)).name) AS cluster,
  makes, for_brands, delivery, supplier,
  coalesce(head([place IN nodes(origin) WHERE place:Region | place.name]), last(nodes(origin)).name) AS `supplier.cluster`
