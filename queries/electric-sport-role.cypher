// title: Who plays the electric sport part
// question.en: Which groups give a brand the role of electric sport, and is that role claimed or only seen in its cars?
// question.fr: Quels groupes donnent à une marque le rôle du « sport électrique », et ce rôle est-il dit ou seulement lu dans ses voitures ?
// param word: string = "sport"    // a word of the positioning, of a segment or of a role
// columns: group, brand, positioning, electric_cars, claimed_roles, claims

// A brand is here for its positioning or for an electric car in such a segment. Without a claimed role, nobody is known here to give it.
MATCH (brand:Brand)-[membership:BRAND_OF]->(group:Org)
WHERE membership.status <> 'ended' AND (toLower(brand.positioning) CONTAINS $word OR EXISTS {
  MATCH (brand)<-[:MARKETED_BY]-(car:Vehicle)-[:IN_SEGMENT]->(segment:Segment)
  WHERE 'BEV' IN car.energy AND toLower(segment.name) CONTAINS $word
})
OPTIONAL MATCH (brand)<-[:MARKETED_BY]-(car:Vehicle)-[:IN_SEGMENT]->(segment:Segment)
WHERE 'BEV' IN car.energy AND (toLower(brand.positioning) CONTAINS $word OR toLower(segment.name) CONTAINS $word)
WITH brand, group, car ORDER BY car.name
WITH brand, group, collect(DISTINCT car.name) AS cars
OPTIONAL MATCH (brand)<-[:SUBJECT]-(claim:Claim {polarity: 'positive'})-[:OBJECT]->(role:Role)
WHERE toLower(role.name) CONTAINS $word
WITH brand, group, cars, role, claim ORDER BY role.name, claim.id
RETURN group.name AS group, brand.name AS brand, brand.positioning AS positioning, cars AS electric_cars,
  collect(DISTINCT role.name) AS claimed_roles, collect(claim.id) AS claims
ORDER BY size(claimed_roles) DESC, group, brand
