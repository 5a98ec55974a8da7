using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Privacy;

/// <summary>What NLP holds about a student: how the files were called. Rosters are in memory alone, and read anew when a class has changed.</summary>
sealed class NlpPersonalData : IPersonalData
{
    const string IsOwn = "(e.one ->> 'essay_id')::uuid = any(@essays)";

    const string OwnEssays = $"""
        matching_runs r cross join lateral jsonb_array_elements(r.essays) e (one) where {IsOwn} and e.one ->> 'file_name' is not null
        """;

    const string HasOwn = $"exists (select from jsonb_array_elements(essays) e (one) where {IsOwn})";

    static readonly IReadOnlyList<PersonalTable> All =
    [
        new("matching_runs", "the file's name, for each essay")
        {
            Collect = $"""
                select r.batch_id, r.state, r.finished_at, e.one ->> 'essay_id' as essay_id, e.one ->> 'file_name' as file_name from {OwnEssays}
                """,
            Blockers = [new(PersonalBlocker.BatchNotSettled, $"select give_up_at from matching_runs where state = 'pending' and {HasOwn}")],
            Erase =
            [
                $$"""
                    update matching_runs set essays = (
                        select jsonb_agg(case when {{IsOwn}} then e.one || '{"file_name": null}' else e.one end order by e.place)
                        from jsonb_array_elements(essays) with ordinality e (one, place))
                    where exists (select from jsonb_array_elements(essays) e (one) where {{IsOwn}} and e.one ->> 'file_name' is not null)
                    """,
            ],
            Remains = [$"select count(*) from {OwnEssays}"],
        },
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    public IReadOnlyList<string> Locks => [$"select from matching_runs where {HasOwn} order by batch_id for update"];
}
