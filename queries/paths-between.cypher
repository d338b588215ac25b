// title: The paths between two things
// question.en: Which paths of at most three hops lead from Mobilize to Cléon?
// question.fr: Quels chemins de trois pas au plus mènent de Mobilize à Cléon ?
// param one: string = "mobilize"         // an entity id
// param other: string = "cleon-plant"    // an entity id
// columns: hops, path, relations, ways

// Facts only: no path leads through a claim, a source or a number. Where several relations join the same stops, the first is shown.
MATCH path = ({id: $one})-[*1..3]-({id: $other})
WHERE none(stop IN nodes(path) WHERE stop:Claim OR stop:Source OR stop:Observation)
WITH length(path) AS hops, [stop IN nodes(path) | stop.name] AS path, [step IN relationships(path) | type(step)] AS relations
ORDER BY relations
RETURN hops, path, collect(relations)[0] AS relations, count(*) AS ways
ORDER BY hops, path
