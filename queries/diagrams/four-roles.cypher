// title.en: Four brands, four roles
// title.fr: Quatre marques, quatre rôles
// subtitle.en: what each brand brings to the group, as the articles say
// subtitle.fr: ce que chaque marque apporte au groupe, selon les articles
// kind: roles
// param group: string = "renault-group"                                     // an entity id
// param brands: list = ["renault", "dacia", "alpine", "mobilize"]           // ids of brands
// column.positioning: positioning | positionnement
// column.role: role, as claimed | rôle, selon les articles
// column.sells: sells | vend
MATCH (brand:Brand)-[owned:BRAND_OF]->(group:Org {id: $group})
WHERE brand.id IN $brands
OPTIONAL MATCH (brand)<-[:SUBJECT]-(claim:Claim {predicate: 'plays_role', polarity: 'positive'})-[:OBJECT]->(part)
WITH brand, owned, group, part.name AS role ORDER BY role
WITH brand, owned, group, collect(DISTINCT role) AS role
OPTIONAL MATCH (brand)<-[sold:MARKETED_BY]-(car:Vehicle)
WHERE sold.status = 'asserted' AND NOT car:HistoricVehicle AND NOT car:ConceptCar
WITH brand, owned, group, role, car.name AS car ORDER BY car
WITH brand, owned, group, role, collect(DISTINCT car) AS sells
RETURN group, owned, brand, coalesce(brand.positioning, '–') AS positioning,
  CASE WHEN size(role) = 0 THEN ['–'] ELSE role END AS role, CASE WHEN size(sells) = 0 THEN ['–'] ELSE sells END AS sells
