// title: Sites that make nothing
// question.en: Which plants make nothing now, and have nothing planned?
// question.fr: Quelles usines ne fabriquent rien et n’ont rien de prévu ?
// columns: site, place, operator, made_before
MATCH (site:Site)
WHERE (site:AssemblyPlant OR site:PowertrainPlant OR site:Gigafactory)
  AND NOT EXISTS { (site)-[made:PRODUCES]->() WHERE made.status <> 'ended' }
OPTIONAL MATCH (site)-[:LOCATED_IN]->(place:Place)
OPTIONAL MATCH (site)-[run:OPERATED_BY]->(operator:Org) WHERE run.status IN ['asserted', 'ended-planned']
RETURN site.name AS site, place.name AS place, operator.name AS operator,
  COLLECT { MATCH (site)-[:PRODUCES]->(product) RETURN product.name ORDER BY product.name } AS made_before
ORDER BY site, place, operator
