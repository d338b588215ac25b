// title: Who supplies what to whom
// question.en: Who supplies the Douai plant and the A390, with what?
// question.fr: Qui fournit l’usine de Douai et l’A390, et quoi ?
// param takers: list = ["douai-plant", "alpine-a390", "dieppe-plant"]    // entity ids
// columns: taker, supplier, component, volume, since, until, status, source, note
MATCH (taker)-[link:SUPPLIED_BY]->(supplier)
WHERE taker.id IN $takers
RETURN taker.name AS taker, supplier.name AS supplier, link.component AS component, link.volume AS volume, link.start AS since,
  link.end AS until, link.status AS status, link.source AS source, link.note AS note
ORDER BY taker, supplier, component
