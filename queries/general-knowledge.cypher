// title: Relations that rest on general knowledge
// question.en: Which relations rest on general knowledge only?
// question.fr: Quelles relations ne reposent que sur des connaissances générales ?
// columns: relation, unsourced, relations, percent
MATCH ()-[link]->()
WHERE link.general_knowledge IS NOT NULL
WITH type(link) AS relation, count(link) AS relations, sum(CASE WHEN link.general_knowledge THEN 1 ELSE 0 END) AS unsourced
WHERE unsourced > 0
RETURN relation, unsourced, relations, round(100.0 * unsourced / relations) AS percent
ORDER BY unsourced DESC, relation
