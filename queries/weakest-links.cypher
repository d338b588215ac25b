// title: The weakest link of a chain
// question.en: How does the Cléon plant reach the Alpine brand, and which link of each chain is supported least?
// question.fr: Par où l’usine de Cléon rejoint-elle la marque Alpine, et quel maillon est le moins étayé ?
// param one: string = "cleon-plant"    // an entity id
// param other: string = "alpine"       // an entity id
// columns: chain, weakest, status, source, confidence, origins
MATCH path = ({id: $one})-[:PRODUCES|POWERS|PRODUCES_FOR|MARKETED_BY|SUPPLIES*1..3]->({id: $other})
WITH path, weakestLink(path) AS link
RETURN [node IN nodes(path) | node.name] AS chain, type(link) AS weakest, link.status AS status, link.source AS source,
  link.confidence AS confidence, size(origins(link)) AS origins
ORDER BY size(chain), chain
