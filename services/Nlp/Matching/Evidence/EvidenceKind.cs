namespace Phase1.Nlp.Matching;

/// <summary>What speaks for a student, strongest first: the order breaks ties of confidence.</summary>
enum EvidenceKind
{
    EmailExact,
    NameExact,
    NameFolded,
    EmailFuzzy,
    NameParticle,
    NameInitials,
    NameSecondGiven,
    NamePartial,
    NameFuzzy,
    Salutation,
    EmailLocalPart,
    FileName,
    Elimination,

    /// <summary>Stands beside the kind that the name is: a language model has read it.</summary>
    ModelName,
}

/// <summary>The codes that stand in <c>match_reasons</c>.</summary>
static class EvidenceCodes
{
    static readonly string[] Codes =
    [
        "email_exact",
        "name_exact",
        "name_folded",
        "email_fuzzy",
        "name_particle",
        "name_initials",
        "name_second_given",
        "name_partial",
        "name_fuzzy",
        "salutation",
        "email_local_part",
        "file_name",
        "elimination",
        "model_name",
    ];

    public static string Code(this EvidenceKind kind) => Codes[(int)kind];
}
