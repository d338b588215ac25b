// title: What rests on one origin
// question.en: What do we know about the Cléon plant from one origin only?
// question.fr: Que savons-nous de l’usine de Cléon par une seule origine ?
// param entity: string = "cleon-plant"    // an entity id
// columns: subject, relation, object, documents, why
CALL sillage.gaps({kind: 'single-source'}) YIELD subject, predicate, object, sources, detail
WHERE $entity IN [subject, object]
RETURN subject, predicate AS relation, object, sources AS documents, detail AS why
ORDER BY subject, relation, object
